// SPDX-License-Identifier: Apache-2.0
import { CHECK_IDS, type CheckResult } from '../../common/api';
import type { Capabilities } from '../kibana_contracts';
import { mendPlace } from './mend_place';

const ALL: Capabilities = {
  siem: { show: true },
  navLinks: { fleet: true, integrations: true },
  management: { security: { roles: true }, data: { index_management: true } },
};

const check = (id: CheckResult['id'], changes: Partial<CheckResult> = {}): CheckResult => ({
  id,
  title: id,
  status: 'error',
  message: 'So it is',
  checkedAt: '2026-11-24T12:00:00.000Z',
  ...changes,
});

const pathOf = (one: CheckResult, capabilities = ALL) => mendPlace(one, capabilities)?.path;

test('each check that complains has a place', () => {
  expect(CHECK_IDS.filter((id) => mendPlace(check(id), ALL) === undefined)).toEqual([]);
});

test.each(['ok', 'unknown', 'not_applicable'] as const)('what is %s has none', (status) => {
  expect(CHECK_IDS.filter((id) => mendPlace(check(id, { status }), ALL))).toEqual([]);
});

test.each<[CheckResult, string]>([
  [check('fleet_server'), '/app/fleet/agents'],
  [
    check('fleet_server', { details: { policyIds: ['p 1', 'p2'] } }),
    '/app/fleet/agents?kuery=fleet-agents.policy_id%20%3A%20%22p%201%22%20or%20fleet-agents.policy_id%20%3A%20%22p2%22',
  ],
  [check('fleet_package'), '/app/integrations/detail/endpoint/overview'],
  [check('defend_policy'), '/app/integrations/detail/endpoint/overview'],
  [
    check('defend_policy', { details: { lacking: [{ id: 'a/b', name: 'x' }] } }),
    '/app/integrations/edit-integration/a%2Fb',
  ],
  [
    check('agents', { details: { total: 0, policyIds: ['p1'] } }),
    '/app/fleet/policies/p1?openEnrollmentFlyout=true',
  ],
  [
    check('agents', { details: { total: 2, policyIds: ['p1'] } }),
    '/app/fleet/agents?kuery=fleet-agents.policy_id%20%3A%20%22p1%22',
  ],
  [check('hosts'), '/app/security/administration/endpoints'],
  [check('privileges'), '/app/management/security/roles'],
  [check('linked_rule', { details: { securityRuleId: 'r1' } }), '/app/security/rules/id/r1'],
  [check('linked_rule'), '/overview'],
  [check('own_rule'), '/overview'],
  [check('exception_list'), '/exclusions'],
])('$id leads to the very page', (one, path) => {
  expect(pathOf(one)).toBe(path);
});

test('leads only where the user may go', () => {
  expect(pathOf(check('fleet_server'), {})).toBeUndefined();
  expect(pathOf(check('privileges'), { management: { security: { roles: false } } })).toBe(
    undefined,
  );
  expect(pathOf(check('hosts'), { navLinks: { fleet: true, securitySolutionUI: true } })).toBe(
    '/app/fleet/agents',
  );
  expect(pathOf(check('own_rule'), {})).toBe('/overview');
});
