// SPDX-License-Identifier: Apache-2.0
import type { Value } from '../types/value';
import { constant, mapOperands, operandsOf, type Bound, type BoundOf } from '../verify/bound';
import { compileEvaluator } from './evaluate';
import { matchesEverything } from './pattern_test';

/**
 * Computes what does not depend on the event and rewrites comparisons with null and with true or false,
 * as Elasticsearch's optimizer does. That decides what `?field` means where no index has the field: the
 * reference is a null, and a null spreads through everything but `==` and `!=` (observed on 8.10).
 */
export const simplify = (bound: Bound): Bound => settle(rewrite(mapOperands(bound, simplify)));

const settle = (bound: Bound): Bound => (isComputable(bound) ? compute(bound) : bound);

const isConstant = (bound: Bound): bound is BoundOf<'constant'> => bound.kind === 'constant';

const isComputable = (bound: Bound): boolean =>
  bound.kind !== 'constant' && bound.kind !== 'field' && operandsOf(bound).every(isConstant);

const compute = (bound: Bound): Bound =>
  constant(compileEvaluator(bound, [])([]), bound.type, bound.at);

const truth = (value: boolean): Bound => constant(value, 'boolean');

const holds = (bound: Bound, value: Value | null): boolean =>
  isConstant(bound) && bound.value === value;

const rewrite = (bound: Bound): Bound => {
  switch (bound.kind) {
    case 'comparison':
      return rewriteComparison(bound);
    case 'pattern':
      return matchesEverything(bound) ? negation(isNull(bound.value)) : bound;
    case 'not':
      return negation(bound.operand);
    case 'and':
      return shortcut(bound, false);
    case 'or':
      return shortcut(bound, true);
    default:
      return bound;
  }
};

const isNull = (operand: Bound): Bound =>
  isConstant(operand)
    ? truth(operand.value === null)
    : { kind: 'is-null', operand, type: 'boolean' };

const negation = (operand: Bound): Bound => {
  if (isConstant(operand)) {
    return operand.value === null ? operand : truth(operand.value !== true);
  }
  return operand.kind === 'not' ? operand.operand : { kind: 'not', operand, type: 'boolean' };
};

const rewriteComparison = (bound: BoundOf<'comparison'>): Bound => {
  switch (bound.operator) {
    case '==':
      return rewriteEquality(bound);
    case '!=':
      // So that it holds where no value is equal, also for functions of fields with several values.
      return negation(settle(rewriteEquality({ ...bound, operator: '==' })));
    default:
      return bound;
  }
};

const rewriteEquality = (bound: BoundOf<'comparison'>): Bound => {
  const { left, right } = bound;
  if (holds(right, null) || holds(left, null)) {
    return isNull(holds(right, null) ? left : right);
  }
  const isCondition = left.type === 'boolean' && left.kind !== 'field' && !isConstant(left);
  if (isCondition && isConstant(right)) {
    return right.value === true ? left : negation(left);
  }
  return bound;
};

/** `decisive` on either side settles the whole; its opposite leaves the other side. */
const shortcut = (bound: BoundOf<'and' | 'or'>, decisive: boolean): Bound => {
  const { left, right } = bound;
  if (holds(left, decisive) || holds(right, decisive)) {
    return truth(decisive);
  }
  if (holds(left, !decisive)) {
    return right;
  }
  return holds(right, !decisive) ? left : bound;
};
