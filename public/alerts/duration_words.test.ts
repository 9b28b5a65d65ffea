// SPDX-License-Identifier: Apache-2.0
import { durationWords } from './duration_words';

test.each([
  [0, '0 ms'],
  [999, '999 ms'],
  [1_000, '1 s'],
  [1_520, '1.52 s'],
  [-4_000, '−4 s'],
  [60_000, '1 min'],
  [900_400, '15 min'],
  [125_900, '2 min 5 s'],
])('%s is %s', (milliseconds, words) => {
  expect(durationWords(milliseconds)).toBe(words);
});
