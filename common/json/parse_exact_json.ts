// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { isInteger, isSafeNumber, parse } from 'lossless-json';

/** A number of 16 digits or more that stands where JSON has a value. */
const LONG_NUMBER = /(?:^|[:[,])\s*-?\d{16}/;

/**
 * `JSON.parse`, but whole numbers that a double can not hold become bigints, so that two neighbouring
 * 64-bit ids stay two. Throws a `SyntaxError`, also for more than 1,000 levels: what walks the value by
 * recursion would overflow the stack.
 */
export const parseExactJson = (text: string): unknown => {
  if (text.length >= DEEP_TEXT && hasManyBrackets(text)) {
    checkDepth(text);
  }
  const value: unknown = JSON.parse(text);
  return LONG_NUMBER.test(text)
    ? parse(text, null, { parseNumber, onDuplicateKey: ({ newValue }) => newValue })
    : value;
};

const parseNumber = (text: string): number | bigint =>
  isInteger(text) && !isSafeNumber(text) ? BigInt(text) : Number(text);

const MAX_DEPTH = 1000;
/** Shorter texts can not be deep enough to do harm. */
const DEEP_TEXT = 4_000;

/** Whether there are brackets enough for too many levels, those within strings counted in. */
const hasManyBrackets = (text: string): boolean => {
  let count = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      count += 1;
      if (count > MAX_DEPTH) {
        return true;
      }
    }
  }
  return false;
};

const STRINGS_AND_BRACKETS = /"(?:[^"\\]|\\.)*"|[[{\]}]/gs;

const checkDepth = (text: string): void => {
  let depth = 0;
  for (const [part] of text.matchAll(STRINGS_AND_BRACKETS)) {
    if (part === '[' || part === '{') {
      depth += 1;
    } else if (part === ']' || part === '}') {
      depth -= 1;
    }
    if (depth > MAX_DEPTH) {
      throw new SyntaxError(
        i18n.translate('recentlyCompiled.json.tooDeep', {
          defaultMessage: 'More than {most} levels of lists and objects in JSON',
          values: { most: MAX_DEPTH },
        }),
      );
    }
  }
};
