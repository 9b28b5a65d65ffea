// SPDX-License-Identifier: Apache-2.0
import { formatJavaDate, toMillis } from '../types/date';
import type { DataType } from '../types/data_type';
import type { Value } from '../types/value';

/** The argument where it is a string, otherwise undefined (a missing value). */
export const textOf = (value: Value | null | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** Both texts in lower case when case does not matter. */
export const foldBoth = (a: string, b: string, ignoreCase: boolean): [string, string] =>
  ignoreCase ? [a.toLowerCase(), b.toLowerCase()] : [a, b];

/** A value as text, as Elasticsearch's scripts (Java) write it. */
export const toText = (value: Value, type: DataType): string => {
  if (type === 'datetime') {
    return formatJavaDate(typeof value === 'bigint' ? toMillis(value) : Number(value));
  }
  return type === 'double' && typeof value === 'number' ? javaDouble(value) : String(value);
};

/** Java writes doubles below 0.001 and from 10 million on in scientific notation. */
const javaDouble = (value: number): string => {
  const size = Math.abs(value);
  if (!Number.isFinite(value) || value === 0) {
    return Number.isFinite(value) ? '0.0' : String(value);
  }
  if (size >= 1e-3 && size < 1e7) {
    return withFraction(String(value));
  }
  const [digits = '', exponent = ''] = value.toExponential().split('e');
  return `${withFraction(digits)}E${Number(exponent)}`;
};

const withFraction = (digits: string): string => (digits.includes('.') ? digits : `${digits}.0`);
