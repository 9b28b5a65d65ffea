// SPDX-License-Identifier: Apache-2.0
import type { RuleState } from '../api_types';
import { possibleActions, ruleFacts } from './rule_facts';

const RULE: RuleState = {
  installed: true,
  enabled: true,
  linked: { id: 'a7b1', name: 'Compiled and connected' },
  lastRun: { at: '2026-11-24T11:41:15.000Z', outcome: 'succeeded', message: null },
  nextRun: '2026-11-24T11:46:15.000Z',
};
const hours = (time: string) => time.slice(11, 16);
const described = (rule: RuleState) => ruleFacts(rule, hours).map(({ description }) => description);

test('tells an enabled, linked rule that has run', () => {
  expect(described(RULE)).toEqual([
    'Enabled',
    'Compiled and connected',
    'Succeeded, 11:41',
    '11:46',
  ]);
});

test('tells a rule that is new and stands alone', () => {
  const rule = { ...RULE, enabled: false, linked: null, lastRun: null, nextRun: null };
  expect(described(rule)).toEqual([
    'Disabled',
    'None: the rule stands alone',
    'It has not run yet',
    'None',
  ]);
});

test('tells why a run failed', () => {
  const lastRun = {
    at: '2026-11-24T11:41:15.000Z',
    outcome: 'failed' as const,
    message: 'No index',
  };
  expect(described({ ...RULE, lastRun })[2]).toBe('Failed, 11:41: No index');
});

test.each([
  [{ ...RULE, installed: false }, ['install']],
  [RULE, ['run', 'disable']],
  [{ ...RULE, enabled: false }, ['enable']],
])('offers what can be done', (rule, actions) => {
  expect(possibleActions(rule)).toEqual(actions);
});
