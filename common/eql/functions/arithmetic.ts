// SPDX-License-Identifier: Apache-2.0
import type { ArithmeticOperator } from '../ast';
import { isWhole, widerNumeric, type DataType } from '../types/data_type';
import { isNumber, normalizeInteger, type Value } from '../types/value';
import type { FunctionDefinition } from './function_definition';

/**
 * Calculates as Java does: whole numbers divide to whole numbers, a remainder has the sign of the
 * dividend. Null when an operand is missing. Throws a `RangeError` for a whole number divided by 0, and
 * for one that its type can not hold unless `unlimited`.
 */
export const calculate = (
  operator: ArithmeticOperator,
  left: Value | null,
  right: Value | null,
  type: DataType,
  unlimited = false,
): number | bigint | null => {
  if (!isNumber(left) || !isNumber(right)) {
    return null;
  }
  if (!isWhole(type)) {
    return decimal(operator, Number(left), Number(right));
  }
  const quick = whole(operator, left, right);
  const result =
    quick !== undefined && Number.isSafeInteger(quick)
      ? quick
      : wholeExact(operator, BigInt(left), BigInt(right));
  return unlimited ? result : withinType(result, type);
};

const LIMITS: Partial<Record<DataType, readonly [bigint, bigint]>> = {
  integer: [-(2n ** 31n), 2n ** 31n - 1n],
  long: [-(2n ** 63n), 2n ** 63n - 1n],
  unsigned_long: [0n, 2n ** 64n - 1n],
};

const withinType = (value: number | bigint, type: DataType): number | bigint => {
  const limits = LIMITS[type];
  if (limits && (value < limits[0] || value > limits[1])) {
    throw new RangeError(`[${value}] is out of range for type ${type}`);
  }
  return value;
};

const decimal = (operator: ArithmeticOperator, left: number, right: number): number => {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
  }
};

const whole = (
  operator: ArithmeticOperator,
  left: number | bigint,
  right: number | bigint,
): number | undefined => {
  if (typeof left === 'bigint' || typeof right === 'bigint') {
    return undefined;
  }
  if ((operator === '/' || operator === '%') && right === 0) {
    throw new RangeError('A whole number can not be divided by 0');
  }
  return Math.trunc(decimal(operator, left, right)) + 0;
};

const wholeExact = (operator: ArithmeticOperator, left: bigint, right: bigint): number | bigint => {
  if ((operator === '/' || operator === '%') && right === 0n) {
    throw new RangeError('A whole number can not be divided by 0');
  }
  const results: Record<ArithmeticOperator, () => bigint> = {
    '+': () => left + right,
    '-': () => left - right,
    '*': () => left * right,
    '/': () => left / right,
    '%': () => left % right,
  };
  return normalizeInteger(results[operator]());
};

const asFunction = (name: string, operator: ArithmeticOperator): FunctionDefinition => ({
  name,
  operator,
  required: [
    { name: 'left', type: 'numeric' },
    { name: 'right', type: 'numeric' },
  ],
  returns: ([left = 'null', right = 'null']) => widerNumeric(left, right),
  evaluate: ([left = null, right = null], { types: [x = 'null', y = 'null'] }) =>
    calculate(operator, left, right, widerNumeric(x, y)),
});

export const add = asFunction('add', '+');
export const subtract = asFunction('subtract', '-');
export const multiply = asFunction('multiply', '*');
export const divide = asFunction('divide', '/');
export const modulo = asFunction('modulo', '%');
