// SPDX-License-Identifier: Apache-2.0
import { DEFAULT_RULE_PARAMS } from '../../common/rule';
import {
  addEntries,
  entryOf,
  numberOf,
  numberText,
  problemsAt,
  problemsElsewhere,
  problemsOf,
  spanOf,
  spanText,
} from './form_state';

test('the published parameters are in order', () => {
  expect(problemsOf(DEFAULT_RULE_PARAMS)).toEqual([]);
});

test('a problem is told at its parameter and its entry', () => {
  const problems = problemsOf({
    ...DEFAULT_RULE_PARAMS,
    compilers: ['gcc', ' '],
    excludedNetworks: [],
    from: '5m',
  });
  expect(problemsAt(problems, 'compilers').map(({ message }) => message)).toEqual([
    '[compilers[1]] is empty',
  ]);
  expect(problemsAt(problems, 'compilers').map(entryOf)).toEqual([1]);
  expect(problemsAt(problems, 'linkers')).toEqual([]);
});

test('how values fit each other is told once each can be read', () => {
  const problems = problemsOf({ ...DEFAULT_RULE_PARAMS, detection: 'published', from: '5m' });
  expect(problemsAt(problems, 'from').map(({ remedy }) => remedy)).toEqual(['Write at least 6m']);
  expect(problems.map(entryOf)).toEqual([undefined]);
});

test('no problem is lost for want of a field', () => {
  const problem = (field: string) => ({ field, message: field, remedy: '' });
  const problems = [problem('compilers[0]'), problem('securityRuleId'), problem('')];
  expect(
    problemsElsewhere(problems, ['compilers', 'linkers']).map(({ message }) => message),
  ).toEqual(['securityRuleId', '']);
});

test.each([
  ['compilers' as const, ['gcc'], ' my cc, v2 ', ['gcc', 'my cc, v2']],
  ['compilers' as const, ['gcc'], 'gcc', ['gcc']],
  ['compilers' as const, ['gcc'], 'GCC', ['gcc', 'GCC']],
  ['compilers' as const, ['gcc'], '  ', ['gcc']],
  [
    'excludedNetworks' as const,
    ['::1'],
    '10.0.0.0/8, ::1 fd00::/8',
    ['::1', '10.0.0.0/8', 'fd00::/8'],
  ],
  ['indexPatterns' as const, [], 'logs-a-*,logs-b-*', ['logs-a-*', 'logs-b-*']],
])('%s takes what is typed or pasted', (name, entries, typed, expected) => {
  expect(addEntries(entries, typed, name)).toEqual(expected);
});

test.each([
  ['90s', { count: '90', unit: 's' }],
  ['250ms', { count: '250', unit: 'ms' }],
  ['1m', { count: '1', unit: 'm' }],
  ['7d', { count: '7', unit: 'd' }],
  ['xh', { count: 'x', unit: 'h' }],
  ['m', { count: '', unit: 'm' }],
])('the time span %s has a number and a unit', (text, span) => {
  expect(spanOf(text)).toEqual(span);
  expect(spanText(spanOf(text))).toBe(text);
});

test('a text without a unit keeps what was typed, so that it can be mended', () => {
  expect(spanOf('soon')).toEqual({ count: 'soon', unit: 's' });
  expect(spanText({ count: ' 5 ', unit: 'h' })).toBe('5h');
});

test('an empty number is none, never zero', () => {
  expect(numberOf(' ')).toBeNaN();
  expect(numberText(numberOf(''))).toBe('');
  expect(numberOf('250')).toBe(250);
  expect(numberText(250)).toBe('250');
  const problems = problemsOf({ ...DEFAULT_RULE_PARAMS, maxSignals: numberOf('') });
  expect(problemsAt(problems, 'maxSignals')).toHaveLength(1);
});
