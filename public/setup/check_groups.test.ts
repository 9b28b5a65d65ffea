// SPDX-License-Identifier: Apache-2.0
import type { CheckResult } from '../../common/api';
import { groupChecks, lastChecked } from './check_groups';

const check = (id: CheckResult['id'], status: CheckResult['status'], second = 0): CheckResult => ({
  id,
  title: id,
  status,
  message: 'So it is',
  checkedAt: `2026-11-24T12:00:0${second}.000Z`,
});

test('puts what needs somebody first, and leaves out statuses that no check has', () => {
  const groups = groupChecks([
    check('hosts', 'ok'),
    check('agents', 'unknown'),
    check('fields', 'error'),
    check('privileges', 'ok'),
    check('own_rule', 'error'),
  ]);
  expect(groups.map(({ status, checks }) => [status, checks.map(({ id }) => id)])).toEqual([
    ['error', ['fields', 'own_rule']],
    ['unknown', ['agents']],
    ['ok', ['hosts', 'privileges']],
  ]);
});

test('tells when the last check was done', () => {
  expect(lastChecked([check('hosts', 'ok', 1), check('agents', 'ok', 3)])).toBe(
    '2026-11-24T12:00:03.000Z',
  );
  expect(lastChecked([])).toBeUndefined();
});
