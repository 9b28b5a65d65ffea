// SPDX-License-Identifier: Apache-2.0
import { EqlError } from '../errors';
import { calculate } from '../functions/arithmetic';
import { isNumber, compareStrings, type Value } from '../types/value';
import { mentionedFields, operandsOf, type Bound, type BoundOf } from '../verify/bound';
import type { DataType } from '../types/data_type';
import { comparisonHolds } from './comparison';
import { listTest } from './list_test';
import { patternTest } from './pattern_test';

/** The values that stand for the mentions of fields in an expression, in their order. */
export type Environment = readonly (Value | null)[];

/** Computes an expression; null is a missing value, and spreads as in SQL. */
export type Evaluator = (environment: Environment) => Value | null;

/**
 * Turns an expression into a function of its fields' values, one value each. The function throws an
 * evaluation `EqlError` where Elasticsearch fails the search.
 */
export const compileEvaluator = (bound: Bound, fields: readonly BoundOf<'field'>[]): Evaluator =>
  compileNode(bound, fields, false);

const compileNode = (
  bound: Bound,
  fields: readonly BoundOf<'field'>[],
  unlimited: boolean,
): Evaluator => {
  const compile = (operand: Bound): Evaluator => compileNode(operand, fields, false);
  switch (bound.kind) {
    case 'constant':
      return () => bound.value;
    case 'field': {
      const index = fields.indexOf(bound);
      return (environment) => environment[index] ?? null;
    }
    case 'call':
      return compileCall(bound, bound.args.map(compile));
    case 'negate': {
      const operand = compileNode(bound.operand, fields, unlimited);
      return failingAt(bound, (environment) =>
        calculate('-', 0, operand(environment), calculatedType(bound), unlimited),
      );
    }
    case 'arithmetic': {
      const left = compileNode(bound.left, fields, unlimited);
      const right = compileNode(bound.right, fields, unlimited);
      return failingAt(bound, (environment) =>
        calculate(
          bound.operator,
          left(environment),
          right(environment),
          calculatedType(bound),
          unlimited,
        ),
      );
    }
    case 'comparison': {
      const left = compileNode(bound.left, fields, isSolvable(bound.left));
      const right = compile(bound.right);
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

/** Whole numbers from events are calculated with as longs, whatever their mapping. */
const calculatedType = (bound: Bound): DataType =>
  bound.type === 'integer' && mentionedFields(bound).length > 0 ? 'long' : bound.type;

/**
 * Whether Elasticsearch solves a comparison for its field (`pid + 1 == 2` becomes `pid == 1`), so that no
 * sum can be too large: one field, and otherwise fixed values.
 */
const isSolvable = (bound: Bound): boolean =>
  (bound.kind === 'arithmetic' || bound.kind === 'negate') &&
  mentionedFields(bound).length === 1 &&
  !operandsOf(bound).some(({ kind }) => kind === 'call');

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
