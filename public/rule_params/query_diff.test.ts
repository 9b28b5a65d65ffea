// SPDX-License-Identifier: Apache-2.0
import { DEFAULT_RULE_PARAMS } from '../../common/rule';
import { diffOf } from './diff';
import { queryDiff } from './query_diff';

const MARKS = { same: ' ', removed: '-', added: '+' } as const;
const marked = (before: string, after: string): string =>
  diffOf([...before], [...after])
    .map(({ kind, text }) => MARKS[kind] + text)
    .join('');

test.each([
  ['abc', 'abc', ' a b c'],
  ['abc', 'axc', ' a-b+x c'],
  ['abc', 'bc', '-a b c'],
  ['ab', 'abc', ' a b+c'],
  ['', 'ab', '+a+b'],
  ['ab', '', '-a-b'],
  ['abcabba', 'cbabac', '-a-b c-a b+a b a+c'],
])('the difference from %j to %j', (before, after, expected) => {
  expect(marked(before, after)).toBe(expected);
});

test('the same parameters make no difference', () => {
  const lines = queryDiff(DEFAULT_RULE_PARAMS, DEFAULT_RULE_PARAMS);
  expect(lines).toHaveLength(5);
  expect(lines.every(({ kind }) => kind === 'same')).toBe(true);
});

test('a parameter that the query does not hold makes none either', () => {
  const lines = queryDiff(DEFAULT_RULE_PARAMS, { ...DEFAULT_RULE_PARAMS, interval: '1m' } as never);
  expect(lines.every(({ kind }) => kind === 'same')).toBe(true);
});

test('shows the line that changes, and in it the words', () => {
  const lines = queryDiff(DEFAULT_RULE_PARAMS, {
    ...DEFAULT_RULE_PARAMS,
    compilers: ['gcc', 'clang', 'cc'],
  });
  expect(lines.map(({ kind }) => kind)).toEqual([
    'same',
    'removed',
    'added',
    'same',
    'same',
    'same',
  ]);
  const changedWords = lines.flatMap(({ parts }) => parts.filter(({ kind }) => kind !== 'same'));
  expect(changedWords.map(({ kind, text }) => [kind, text.trim()])).toEqual([
    ['removed', '"g++"'],
    ['added', '"clang"'],
  ]);
});

test('a change of two lines is told for both', () => {
  const lines = queryDiff(DEFAULT_RULE_PARAMS, {
    ...DEFAULT_RULE_PARAMS,
    maxspan: '2m',
    excludedNetworks: [],
  });
  expect(lines.map(({ kind }) => kind).join()).toBe('removed,added,same,same,same,removed,added');
});

test('where the parameters of before can not be used, all of the query is new', () => {
  expect(queryDiff(undefined, DEFAULT_RULE_PARAMS).map(({ kind }) => kind)).toEqual(
    Array(5).fill('added'),
  );
});
