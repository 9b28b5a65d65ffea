// SPDX-License-Identifier: Apache-2.0
import { CHECK_IDS, type CheckResult } from '../../common/api';
import { checksOf, countDone, lastChecked, STEP_IDS, toSteps, withNewer } from './setup_steps';

const check = (id: CheckResult['id'], status: CheckResult['status'], second = 0): CheckResult => ({
  id,
  title: id,
  status,
  message: 'So it is',
  checkedAt: `2026-11-24T12:00:0${second}.000Z`,
});

test('each check belongs to one step', () => {
  expect(STEP_IDS.flatMap(checksOf).sort()).toEqual([...CHECK_IDS].sort());
});

test('a step is as well as the worst of its checks, and was checked with the last of them', () => {
  const steps = toSteps([
    check('agents', 'unknown'),
    check('fleet_package', 'ok', 2),
    check('defend_policy', 'warning', 1),
    check('fleet_server', 'not_applicable'),
    check('fields', 'error'),
    check('hosts', 'ok', 4),
    check('own_rule', 'ok'),
  ]);
  expect(steps.map(({ id, status, checkedAt }) => [id, status, checkedAt?.slice(17, 19)])).toEqual([
    ['fleetServer', 'not_applicable', '00'],
    ['integration', 'warning', '02'],
    ['agentPolicy', 'unknown', undefined],
    ['agents', 'unknown', '00'],
    ['data', 'error', '04'],
    ['rule', 'ok', '00'],
  ]);
  expect(countDone(steps)).toBe(2);
});

test('what is not part of this host does not spoil what is', () => {
  const [, integration] = toSteps([
    check('fleet_package', 'not_applicable'),
    check('defend_policy', 'ok'),
  ]);
  expect(integration?.status).toBe('ok');
});

test('a check that is done again takes the place of the older one', () => {
  const newer = withNewer(
    [check('hosts', 'error'), check('agents', 'ok')],
    [check('hosts', 'ok', 5)],
  );
  expect(newer).toEqual([check('hosts', 'ok', 5), check('agents', 'ok')]);
});

test('tells when the last check was done', () => {
  expect(lastChecked([check('hosts', 'ok', 1), check('agents', 'ok', 3)])).toBe(
    '2026-11-24T12:00:03.000Z',
  );
  expect(lastChecked([])).toBeUndefined();
});
