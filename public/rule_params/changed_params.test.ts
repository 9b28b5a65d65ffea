// SPDX-License-Identifier: Apache-2.0
import { DEFAULT_RULE_PARAMS } from '../../common/rule';
import { changedParams, listChange } from './changed_params';

test('tells which parameters differ', () => {
  expect(changedParams(DEFAULT_RULE_PARAMS, { ...DEFAULT_RULE_PARAMS })).toEqual([]);
  expect(
    changedParams(DEFAULT_RULE_PARAMS, {
      ...DEFAULT_RULE_PARAMS,
      linkers: ['ld', 'mold'],
      tiebreakerField: null,
      interval: '1m',
    }),
  ).toEqual(['linkers', 'tiebreakerField', 'interval']);
});

test('tells which entries of a list came and went', () => {
  expect(listChange(['gcc', 'g++'], ['gcc', 'clang'])).toEqual({
    added: ['clang'],
    removed: ['g++'],
  });
});
