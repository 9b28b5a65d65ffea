// SPDX-License-Identifier: Apache-2.0
import { spanWords } from './span_words';

test.each([
  [0, '0 ms'],
  [882, '882 ms'],
  [1_234, '1.2 s'],
  [59_999, '59.9 s'],
  [61_000, '1 min 1 s'],
  [5_400_000, '1 h 30 min'],
  [86_400_000, '1 day 0 h'],
  [180_000_000, '2 days 2 h'],
])('%d ms are %s', (milliseconds, words) => {
  expect(spanWords(milliseconds)).toBe(words);
});
