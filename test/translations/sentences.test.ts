// SPDX-License-Identifier: Apache-2.0
import { ENGLISH, speak } from '../../standalone/kbn_i18n/language';
import { chineseMessages } from './translated';
import { joinClauses, joinSentences } from '../../common/sentences';

afterEach(() => speak(() => ENGLISH));

const both = (parts: readonly string[]): string[] => [joinSentences(parts), joinClauses(parts)];

it('joins what there is', () => {
  expect(both([])).toEqual(['', '']);
  expect(both(['a'])).toEqual(['a', 'a']);
  expect(both(['a', 'b', 'c'])).toEqual(['a. b. c', 'a; b; c']);
});

it('joins in the punctuation of the language', () => {
  speak(() => ({ locale: 'zh-CN', messages: chineseMessages() }));
  expect(both(['甲', '乙', '丙'])).toEqual(['甲。乙。丙', '甲；乙；丙']);
});
