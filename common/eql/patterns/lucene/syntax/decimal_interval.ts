// SPDX-License-Identifier: Apache-2.0
import { codePointRange } from './code_point_set';
import {
  character,
  EMPTY_STRING,
  literalText,
  sequence,
  union,
  type PatternNode,
} from './syntax_tree';

/**
 * The decimal numbers from `min` to `max`, both included. With `digits` exactly so many, zeros in
 * front filling up; without, any number of zeros may stand in front.
 * Source: the class comment and the interval automaton of Lucene's RegExp.
 */
export const decimalInterval = (
  min: number,
  max: number,
  digits: number | undefined,
): PatternNode => {
  if (digits !== undefined) {
    return between(String(min).padStart(digits, '0'), String(max).padStart(digits, '0'));
  }
  const lengths = [];
  for (let length = String(min).length; length <= String(max).length; length += 1) {
    const smallest = Math.max(min, length === 1 ? 0 : 10 ** (length - 1));
    const largest = Math.min(max, 10 ** length - 1);
    lengths.push(between(String(smallest), String(largest)));
  }
  return sequence([anyZeros, union(lengths)]);
};

const digitRange = (from: number, to: number): PatternNode =>
  character(codePointRange(0x30 + from, 0x30 + to));

const anyZeros: PatternNode = {
  kind: 'repeat',
  body: digitRange(0, 0),
  min: 0,
  max: Infinity,
  offset: 0,
};

/** Texts of digits from `low` to `high`, which are of one length and in order. */
const between = (low: string, high: string): PatternNode => {
  if (low === '') {
    return EMPTY_STRING;
  }
  if (low === high) {
    return literalText(low);
  }
  const nines = '9'.repeat(low.length - 1);
  const zeros = '0'.repeat(low.length - 1);
  if (low === `0${zeros}` && high === `9${nines}`) {
    // Split up like other intervals, this would double with every digit.
    return anyDigits(low.length);
  }
  const [lowDigit, highDigit] = [Number(low[0]), Number(high[0])];
  const [lowRest, highRest] = [low.slice(1), high.slice(1)];
  if (lowDigit === highDigit) {
    return sequence([digitRange(lowDigit, lowDigit), between(lowRest, highRest)]);
  }
  const parts = [
    sequence([digitRange(lowDigit, lowDigit), between(lowRest, nines)]),
    sequence([digitRange(highDigit, highDigit), between(zeros, highRest)]),
  ];
  if (highDigit - lowDigit > 1) {
    parts.push(sequence([digitRange(lowDigit + 1, highDigit - 1), anyDigits(lowRest.length)]));
  }
  return union(parts);
};

const anyDigits = (count: number): PatternNode =>
  sequence(Array.from({ length: count }, () => digitRange(0, 9)));
