// SPDX-License-Identifier: Apache-2.0
import { EqlError } from '../errors';
import { calculate } from '../functions/arithmetic';
import { isNumber, compareStrings, type Value } from '../types/value';
import type { Bound, BoundOf } from '../verify/bound';
import type { Field } from '../types/schema';
import { comparisonHolds } from './comparison';
import { listTest } from './list_test';
import { patternTest } from './pattern_test';

/** The values that stand for the fields of an expression, in the order of the fields. */
export type Environment = readonly (Value | null)[];

/** Computes an expression; null is a missing value, and spreads as in SQL. */
export type Evaluator = (environment: Environment) => Value | null;

/**
 * Turns an expression into a function of its fields' values, one value each. The function throws an
 * evaluation `EqlError` where Elasticsearch fails the search.
 */
export const compileEvaluator = (bound: Bound, fields: readonly Field[]): Evaluator => {
  const compile = (operand: Bound): Evaluator => compileEvaluator(operand, fields);
  switch (bound.kind) {
    case 'constant':
      return () => bound.value;
    case 'field': {
      const index = fields.findIndex(({ name }) => name === bound.field.name);
      return (environment) => environment[index] ?? null;
    }
    case 'call':
      return compileCall(bound, bound.args.map(compile));
    case 'negate': {
      const operand = compile(bound.operand);
      return (environment) => calculate('-', 0, operand(environment), bound.type);
    }
    case 'arithmetic': {
      const [left, right] = [compile(bound.left), compile(bound.right)];
      return failingAt(bound, (environment) =>
        calculate(bound.operator, left(environment), right(environment), bound.type),
      );
    }
    case 'comparison': {
      const [left, right] = [compile(bound.left), compile(bound.right)];
      return (environment) => compareScalars(bound, left(environment), right(environment));
    }
    case 'in':
      return ifPresent(compile(bound.value), listTest(bound));
    case 'pattern':
      return ifPresent(compile(bound.value), patternTest(bound));
    case 'is-null': {
      const operand = compile(bound.operand);
      return (environment) => operand(environment) === null;
    }
    case 'not':
      return ifPresent(compile(bound.operand), (value) => value !== true);
    case 'and':
      return logical(compile(bound.left), compile(bound.right), false);
    case 'or':
      return logical(compile(bound.left), compile(bound.right), true);
  }
};

const compileCall = (bound: BoundOf<'call'>, args: readonly Evaluator[]): Evaluator => {
  const { definition, caseInsensitive } = bound;
  const context = { caseInsensitive, types: bound.args.map(({ type }) => type) };
  return failingAt(bound, (environment) =>
    definition.evaluate(
      args.map((arg) => arg(environment)),
      context,
    ),
  );
};

const failingAt =
  (bound: Bound, evaluate: Evaluator): Evaluator =>
  (environment) => {
    try {
      return evaluate(environment);
    } catch (error) {
      if (!(error instanceof RangeError)) {
        throw error;
      }
      throw new EqlError('evaluation', {
        message: error.message,
        remedy: 'Exclude such events with a condition before this one',
        text: bound.kind === 'call' ? bound.definition.name : bound.kind,
        ...(bound.at && { at: bound.at }),
      });
    }
  };

const ifPresent =
  (operand: Evaluator, test: (value: Value) => boolean): Evaluator =>
  (environment) => {
    const value = operand(environment);
    return value === null ? null : test(value);
  };

/** Three-valued: `decisive` (false for and, true for or) wins over a missing value. */
const logical =
  (left: Evaluator, right: Evaluator, decisive: boolean): Evaluator =>
  (environment) => {
    const x = left(environment);
    if (x === decisive) {
      return decisive;
    }
    const y = right(environment);
    return y === decisive ? decisive : x === null || y === null ? null : !decisive;
  };

const compareScalars = (
  { operator }: BoundOf<'comparison'>,
  left: Value | null,
  right: Value | null,
): boolean | null => {
  if (left === null || right === null) {
    return null;
  }
  const comparable = (isNumber(left) && isNumber(right)) || typeof left === typeof right;
  if (!comparable) {
    return operator === '!=' ? true : operator === '==' ? false : null;
  }
  const order =
    typeof left === 'string' && typeof right === 'string'
      ? compareStrings(left, right)
      : // eslint-disable-next-line eqeqeq -- a bigint equals a number of the same value only loosely
        left == right
        ? 0
        : left < right
          ? -1
          : 1;
  return comparisonHolds(operator, order);
};
