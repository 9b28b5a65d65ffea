// SPDX-License-Identifier: Apache-2.0
import type { TextTest } from '../pattern_options';

const ANY_RUN = 0x2a;
const ANY_ONE = 0x3f;

const codePointsOf = (text: string): readonly number[] =>
  Array.from(text, (char) => char.codePointAt(0)!);

/** For any pattern, `?` included. */
export const compileCodePointWildcard = (pattern: string): TextTest => {
  const wanted = codePointsOf(pattern);
  return (text) => matchesCodePoints(wanted, text);
};

/**
 * Goes back to the last `*` only, and lets it take one more code point: whatever the `*` before
 * it could take more, the last one can as well.
 */
const matchesCodePoints = (wanted: readonly number[], text: string): boolean => {
  let inPattern = 0;
  let inText = 0;
  let afterRun = -1;
  let runEnd = 0;
  while (inText < text.length) {
    const codePoint = text.codePointAt(inText)!;
    const expected = wanted[inPattern];
    if (expected === ANY_RUN) {
      inPattern += 1;
      afterRun = inPattern;
      runEnd = inText;
    } else if (expected === ANY_ONE || expected === codePoint) {
      inPattern += 1;
      inText += unitsOf(codePoint);
    } else if (afterRun >= 0) {
      runEnd += unitsOf(text.codePointAt(runEnd)!);
      inPattern = afterRun;
      inText = runEnd;
    } else {
      return false;
    }
  }
  while (wanted[inPattern] === ANY_RUN) {
    inPattern += 1;
  }
  return inPattern === wanted.length;
};

const unitsOf = (codePoint: number): number => (codePoint > 0xffff ? 2 : 1);
