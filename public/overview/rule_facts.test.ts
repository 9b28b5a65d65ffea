// SPDX-License-Identifier: Apache-2.0
import type { Rule } from '../../common/api';
import { mayLink, ruleFacts } from './rule_facts';
import { NEW_RULE } from './rule_test_data';

const hours = (time: string) => time.slice(11, 16);
const described = (rule: Rule) => ruleFacts(rule, hours).map(({ description }) => description);

const linked = (status: NonNullable<Rule['link']>['status'], name: string | null = 'Compiled') => ({
  ...NEW_RULE,
  link: { securityRuleId: 'a7b1', status, name },
});

test('tells a rule that is new and stands alone', () => {
  expect(described(NEW_RULE)).toEqual([
    'The rule stands alone',
    'None yet',
    '11:30 by manager',
    '11:35',
  ]);
});

test('tells up to where it has searched', () => {
  const checkpoint = {
    searchedTo: '2026-11-24T11:41:00.000Z',
    ingestedTo: '2026-11-24T11:40:00.000Z',
  };
  expect(described({ ...NEW_RULE, checkpoint })[1]).toBe('11:41');
});

test.each([
  [linked('enabled'), 'Compiled (enabled)'],
  [linked('disabled'), 'Compiled (disabled there, so that this rule does nothing either)'],
  [linked('hidden', null), 'a7b1 (you may not read it)'],
])('tells the linked rule and what follows from it', (rule, words) => {
  expect(described(rule)[0]).toBe(words);
});

test.each([
  [NEW_RULE, true],
  [linked('missing', null), true],
  [linked('unsuitable'), true],
  [linked('enabled'), false],
  [linked('disabled'), false],
  [linked('hidden', null), false],
])('offers a link where there is none that works', (rule, offered) => {
  expect(mayLink(rule)).toBe(offered);
});
