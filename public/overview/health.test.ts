// SPDX-License-Identifier: Apache-2.0
import type { Rule } from '../../common/api';
import { healthOf, isOverdue } from './health';
import { NEW_RULE } from './rule_test_data';

// The next run of the test's rule is due at 11:46:15; it runs every 5 minutes.
const NOW = '2026-11-24T11:42:00.000Z';

const ended = (status: 'succeeded' | 'warning' | 'failed'): Partial<Rule> => ({
  outcome: { status, messages: [], at: '2026-11-24T11:41:15.000Z' },
});
const linked = (status: NonNullable<Rule['link']>['status']): Partial<Rule> => ({
  ...ended('succeeded'),
  link: { securityRuleId: 'a7b1', status, name: null },
});

test.each<[string, Partial<Rule>, string]>([
  ['is new', {}, 'new'],
  ['has succeeded', ended('succeeded'), 'healthy'],
  ['has warned', ended('warning'), 'warning'],
  ['has failed', ended('failed'), 'failed'],
  ['is off, whatever it did before', { ...ended('failed'), enabled: false }, 'off'],
  ['is linked', linked('enabled'), 'healthy'],
  ['is linked with a rule that one may not read', linked('hidden'), 'healthy'],
  ['is linked with a rule that is off', linked('disabled'), 'off'],
  ['is linked with nothing', linked('missing'), 'broken'],
  ['has parameters that can not be used', { ...ended('succeeded'), params: null }, 'broken'],
])('a rule that %s', (_, changes, health) => {
  expect(healthOf({ ...NEW_RULE, ...changes }, NOW)).toBe(health);
});

test.each<[string, Partial<Rule>, string, boolean]>([
  ['due in a while', {}, NOW, false],
  ['due for a while', {}, '2026-11-24T11:51:00.000Z', false],
  ['due for more than an interval', {}, '2026-11-24T11:53:00.000Z', true],
  ['under way', { running: true }, '2026-11-24T11:53:00.000Z', false],
  ['not due, since the rule is off', { enabled: false }, '2026-11-24T11:53:00.000Z', false],
])('a run that is %s', (_, changes, now, overdue) => {
  expect(isOverdue({ ...NEW_RULE, ...changes }, now)).toBe(overdue);
  expect(healthOf({ ...NEW_RULE, ...ended('succeeded'), ...changes }, now) === 'overdue').toBe(
    overdue,
  );
});
