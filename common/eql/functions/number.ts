// SPDX-License-Identifier: Apache-2.0
import { normalizeInteger } from '../types/value';
import type { FunctionDefinition } from './function_definition';
import { textOf } from './text';

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

/**
 * `number(text, base)`: the number that a text says. Without a base that is decimal, or hexadecimal where
 * it begins with 0x.
 */
export const number: FunctionDefinition = {
  name: 'number',
  required: [{ name: 'source', type: 'string' }],
  optional: [{ name: 'base', type: 'integer' }],
  returns: 'double',
  evaluate: ([source, base = null]) => {
    const text = textOf(source)?.trim();
    return text === undefined ? null : parse(text, base === null ? baseOf(text) : Number(base));
  },
};

const baseOf = (text: string): number => (/^[+-]?0x/i.test(text) ? 16 : 10);

const parse = (text: string, base: number): number | bigint => {
  if (base === 10 && DECIMAL.test(text)) {
    return /^[+-]?\d+$/.test(text) ? normalizeInteger(BigInt(text.replace('+', ''))) : Number(text);
  }
  const match = /^([+-]?)(?:0x)?([0-9a-z]+)$/i.exec(text);
  const digits = match?.[2]?.toLowerCase() ?? '';
  if (base < 2 || base > 36 || base === 10 || digits === '' || !isInBase(digits, base)) {
    throw new RangeError(`[${text}] is no number of base ${base}`);
  }
  return parseInt(digits, base) * (match?.[1] === '-' ? -1 : 1);
};

const isInBase = (digits: string, base: number): boolean =>
  [...digits].every((digit) => DIGITS.indexOf(digit) < base);
