// SPDX-License-Identifier: Apache-2.0
import { parseDateMillis, parseDateNanos } from './date';
import { canonicalIp } from './ip';
import type { Field } from './schema';
import { normalizeInteger, type Value } from './value';

/** A leaf of an event (string, number, boolean) as the value that queries see, if it is one. */
export type Coercion = (leaf: string | number | bigint | boolean) => Value | undefined;

/** How the mapping of `field` reads a leaf; what it can not read is undefined, like a missing value. */
export const coercionFor = (field: Field): Coercion => {
  switch (field.mappedType) {
    case 'byte':
    case 'short':
    case 'integer':
    case 'long':
    case 'unsigned_long':
      return toWhole;
    case 'double':
      return toDouble;
    case 'float':
      return (leaf) => mapNumber(toDouble(leaf), Math.fround);
    case 'half_float':
      return (leaf) => mapNumber(toDouble(leaf), toHalfPrecision);
    case 'scaled_float': {
      const factor = field.scalingFactor ?? 1;
      return (leaf) => mapNumber(toDouble(leaf), (value) => Math.round(value * factor) / factor);
    }
    case 'boolean':
      return toBoolean;
    case 'date':
      return parseDateMillis;
    case 'date_nanos':
      return parseDateNanos;
    case 'ip':
      return (leaf) => (typeof leaf === 'string' ? canonicalIp(leaf) : undefined);
    default:
      return toKeyword(field);
  }
};

const toKeyword = ({ ignoreAbove, lowercase }: Field): Coercion => {
  if (ignoreAbove === undefined && !lowercase) {
    return (leaf) => (typeof leaf === 'string' ? leaf : String(leaf));
  }
  return (leaf) => {
    const text = String(leaf);
    if (ignoreAbove !== undefined && text.length > ignoreAbove) {
      return undefined;
    }
    return lowercase ? text.toLowerCase() : text;
  };
};

const toWhole: Coercion = (leaf) => {
  if (typeof leaf === 'number') {
    return Math.trunc(leaf);
  }
  if (typeof leaf === 'bigint') {
    return leaf;
  }
  if (typeof leaf === 'string' && /^[+-]?\d+$/.test(leaf)) {
    return normalizeInteger(BigInt(leaf.replace('+', '')));
  }
  const value = toDouble(leaf);
  return value === undefined ? undefined : Math.trunc(Number(value));
};

const toDouble: Coercion = (leaf) => {
  if (typeof leaf === 'boolean' || leaf === '') {
    return undefined;
  }
  const value = Number(leaf);
  return Number.isNaN(value) ? undefined : value;
};

const mapNumber = (value: Value | undefined, map: (value: number) => number): Value | undefined =>
  value === undefined ? undefined : map(Number(value));

const toBoolean: Coercion = (leaf) => {
  if (typeof leaf === 'boolean') {
    return leaf;
  }
  return leaf === 'true' ? true : leaf === 'false' || leaf === '' ? false : undefined;
};

/** Rounds to 11 significant bits, the precision of a 16-bit float. */
const toHalfPrecision = (value: number): number => {
  if (value === 0 || !Number.isFinite(value)) {
    return value;
  }
  const exponent = Math.max(-14, Math.floor(Math.log2(Math.abs(value))));
  const step = 2 ** (exponent - 10);
  return roundHalfToEven(value / step) * step;
};

const roundHalfToEven = (value: number): number => {
  const floor = Math.floor(value);
  const isTie = value - floor === 0.5;
  return isTie ? floor + (floor % 2 === 0 ? 0 : 1) : Math.round(value);
};
