// SPDX-License-Identifier: Apache-2.0
import type { ComparisonOperator } from '../ast';
import { EqlError } from '../errors';
import { coercionFor } from '../types/coerce';
import { parseDateMath, toMillis } from '../types/date';
import { ipKey, parseIpRange } from '../types/ip';
import type { Field } from '../types/schema';
import { dataTypeOf } from '../types/schema';
import { compareStrings, normalizeInteger, type Value } from '../types/value';
import { compareVersions } from '../types/version';
import type { BoundOf } from '../verify/bound';
import { comparisonHolds } from './comparison';

/** Whether one value of the field meets the comparison. */
export type ValueTest = (value: Value) => boolean;

/**
 * A comparison of a field with a fixed value, read as the field's mapping reads it: "10" is a number to
 * a long, "10.0.0.0/8" a block to an ip, "2023-11" a month to a date. `!=` is left to the caller, who
 * must negate `==` over all values. `now` is in milliseconds. Throws an evaluation `EqlError` for a value
 * that the field can not have.
 */
export const fieldComparison = (
  bound: BoundOf<'comparison'>,
  field: Field,
  constant: Value,
  now: number,
): ValueTest => {
  const operator = bound.operator === '!=' ? '==' : bound.operator;
  try {
    return testFor(operator, field, constant, now);
  } catch (error) {
    if (!(error instanceof RangeError)) {
      throw error;
    }
    throw new EqlError('evaluation', {
      message: `[${field.name}] can not be compared with [${String(constant)}]: ${error.message}`,
      remedy: `Write a value of type ${field.mappedType}`,
      text: String(constant),
      ...(bound.at && { at: bound.at }),
    });
  }
};

const testFor = (
  operator: ComparisonOperator,
  field: Field,
  constant: Value,
  now: number,
): ValueTest => {
  if (field.unsearchable) {
    throw new RangeError('the field is neither indexed nor has doc values');
  }
  switch (dataTypeOf(field.mappedType)) {
    case 'integer':
    case 'long':
    case 'unsigned_long':
      return numberTest(operator, wholeLimit(constant, field));
    case 'double':
      return numberTest(operator, decimalLimit(operator, constant, field));
    case 'boolean':
      return orderTest(operator, toBoolean(constant));
    case 'datetime':
      return dateTest(operator, field, constant, now);
    case 'ip':
      return ipTest(operator, String(constant));
    case 'version':
      return (value) => comparisonHolds(operator, compareVersions(String(value), String(constant)));
    default: {
      const test = stringTest(
        operator,
        field.lowercase ? String(constant).toLowerCase() : String(constant),
      );
      return field.mappedType === 'wildcard' && operator.startsWith('>')
        ? withinWildcardRange(test)
        : test;
    }
  }
};

const stringTest = (operator: ComparisonOperator, constant: string): ValueTest =>
  operator === '=='
    ? (value) => value === constant
    : (value) => comparisonHolds(operator, compareStrings(String(value), constant));

/** Observed on 8.10: a wildcard field does not find what begins beyond Latin-1 with > or >=. */
const withinWildcardRange =
  (test: ValueTest): ValueTest =>
  (value) =>
    String(value).charCodeAt(0) <= 0xff && test(value);

const orderTest =
  (operator: ComparisonOperator, constant: Value): ValueTest =>
  (value) =>
    comparisonHolds(operator, value === constant ? 0 : value < constant ? -1 : 1);

const numberTest =
  (operator: ComparisonOperator, constant: number | bigint): ValueTest =>
  (value) =>
    // eslint-disable-next-line eqeqeq -- a bigint equals a number of the same value only loosely
    comparisonHolds(operator, value == constant ? 0 : (value as number) < constant ? -1 : 1);

/** Elasticsearch refuses to compare with what lies beyond; the others it takes as they are. */
const LIMITS: Readonly<Record<string, readonly [bigint, bigint]>> = {
  byte: [-(2n ** 31n), 2n ** 31n - 1n],
  short: [-(2n ** 31n), 2n ** 31n - 1n],
  integer: [-(2n ** 31n), 2n ** 31n - 1n],
  // Observed on 8.10: the least long can not be written in a query.
  long: [-(2n ** 63n) + 1n, 2n ** 63n - 1n],
};

const wholeLimit = (constant: Value, field: Field): number | bigint => {
  const value = toNumber(constant);
  const limits = LIMITS[field.mappedType];
  if (limits && (value < limits[0] || value > limits[1])) {
    throw new RangeError(`it is out of range for a ${field.mappedType}`);
  }
  return value;
};

/** Equality is asked in the precision that the field keeps; limits of ranges as they are. */
const decimalLimit = (
  operator: ComparisonOperator,
  constant: Value,
  field: Field,
): number | bigint => {
  const value = toNumber(constant);
  if (field.mappedType === 'float') {
    return Math.fround(Number(value));
  }
  return operator === '==' ? Number(coercionFor(field)(value) ?? value) : value;
};

const toNumber = (constant: Value): number | bigint => {
  if (typeof constant === 'number' || typeof constant === 'bigint') {
    return constant;
  }
  if (typeof constant === 'string' && /^[+-]?\d+$/.test(constant)) {
    return normalizeInteger(BigInt(constant.replace('+', '')));
  }
  const value = typeof constant === 'string' && constant.trim() !== '' ? Number(constant) : NaN;
  if (Number.isNaN(value)) {
    throw new RangeError('it is not a number');
  }
  return value;
};

const toBoolean = (constant: Value): boolean => {
  const text = String(constant);
  if (text !== 'true' && text !== 'false') {
    throw new RangeError('it is neither true nor false');
  }
  return text === 'true';
};

const dateTest = (
  operator: ComparisonOperator,
  { mappedType }: Field,
  constant: Value,
  now: number,
): ValueTest => {
  const interval = parseDateMath(String(constant), now);
  if (!interval) {
    throw new RangeError('it is not a date');
  }
  const nanos = mappedType === 'date_nanos';
  const from = nanos ? interval.from : toMillis(interval.from);
  const to = nanos ? interval.to : toMillis(interval.to);
  return (value) => {
    const instant = value as number | bigint;
    switch (operator) {
      case '<':
        return instant < from;
      case '<=':
        return instant <= to;
      case '>':
        return instant > to;
      case '>=':
        return instant >= from;
      default:
        return instant >= from && instant <= to;
    }
  };
};

/** `==` takes a block as well; the others compare with its first address. */
const ipTest = (operator: ComparisonOperator, constant: string): ValueTest => {
  const { from, to } = parseIpRange(constant);
  return (value) => {
    const key = ipKey(String(value)) ?? '';
    return operator === '=='
      ? from <= key && key <= to
      : comparisonHolds(operator, compareStrings(key, from));
  };
};
