// SPDX-License-Identifier: Apache-2.0
import { DEFAULT_RULE_PARAMS } from '../../common/rule';
import { PUBLISHED_QUERY } from '../../common/rule/published_query';
import { SEQUENCE as EVENTS } from './alert_test_data';
import { explainMatch } from './explaining_query';

const [COMPILE, ...OTHERS] = EVENTS;
const BY_ZIG = [{ ...COMPILE, process: { name: 'zig', args: ['revsh'] } }, ...OTHERS];
const SHELL = { 'kibana.alert.rule.parameters': { query: PUBLISHED_QUERY } };
const WITH_ZIG = { ...DEFAULT_RULE_PARAMS, compilers: ['zig'] };

test('the query that the alert carries explains it', () => {
  expect(explainMatch(SHELL, EVENTS, WITH_ZIG)).toMatchObject({
    origin: 'alert',
    explanation: { isMet: true },
  });
});

test("what only the rule's own parameters find is explained by them", () => {
  const match = explainMatch(SHELL, BY_ZIG, WITH_ZIG);
  expect(match).toMatchObject({ origin: 'rule', explanation: { isMet: true } });
  expect(match?.explanation.stages[0]?.at(-1)?.condition).toBe('process.name == "zig"');
});

test('when no query is met, that of the alert tells what is not', () => {
  expect(explainMatch(SHELL, BY_ZIG, DEFAULT_RULE_PARAMS)).toMatchObject({
    origin: 'alert',
    explanation: { isMet: false },
  });
});

test('without a query there is nothing to explain by', () => {
  expect(explainMatch({}, EVENTS, undefined)).toBeUndefined();
  const broken = { 'kibana.alert.rule.parameters': { query: 'sequence [' } };
  expect(explainMatch(broken, EVENTS, undefined)).toBeUndefined();
});
