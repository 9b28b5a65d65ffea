// SPDX-License-Identifier: Apache-2.0
import { isInteger, isSafeNumber, parse } from 'lossless-json';

/** A number of 16 digits or more that stands where JSON has a value. */
const LONG_NUMBER = /(?:^|[:[,])\s*-?\d{16}/;

/**
 * `JSON.parse`, but whole numbers that a double can not hold become bigints, so that two neighbouring
 * 64-bit ids stay two. Throws a `SyntaxError`.
 */
export const parseExactJson = (text: string): unknown => {
  const value: unknown = JSON.parse(text);
  return LONG_NUMBER.test(text)
    ? parse(text, null, { parseNumber, onDuplicateKey: ({ newValue }) => newValue })
    : value;
};

const parseNumber = (text: string): number | bigint =>
  isInteger(text) && !isSafeNumber(text) ? BigInt(text) : Number(text);
