// SPDX-License-Identifier: Apache-2.0

/**
 * A value as the engine computes with it. Longs that do not fit a double exactly are bigints. Dates
 * are milliseconds since 1970 (date) or nanoseconds as bigint (date_nanos); ips are in canonical form.
 */
export type Value = string | number | bigint | boolean;

export const isNumber = (value: unknown): value is number | bigint =>
  typeof value === 'number' || typeof value === 'bigint';

/** Keeps whole numbers as plain numbers where that is exact. */
export const normalizeInteger = (value: bigint): number | bigint => {
  const plain = Number(value);
  return Number.isSafeInteger(plain) ? plain : value;
};

/**
 * Orders strings as Elasticsearch does: by UTF-8 bytes, which is by code point. JavaScript's own order
 * differs where characters beyond U+FFFF meet those from U+E000 to U+FFFF.
 */
export const compareStrings = (a: string, b: string): number => {
  if (a === b) {
    return 0;
  }
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) {
      return isSurrogate(x) === isSurrogate(y) ? x - y : isSurrogate(x) ? 1 : -1;
    }
  }
  return a.length - b.length;
};

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/** Orders two values of the same family; booleans false first. */
export const compareValues = (a: Value, b: Value): number => {
  if (typeof a === 'string' && typeof b === 'string') {
    return compareStrings(a, b);
  }
  return a < b ? -1 : a > b ? 1 : 0;
};
