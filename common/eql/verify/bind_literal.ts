// SPDX-License-Identifier: Apache-2.0
import type { IntegerLiteral, Literal } from '../ast';
import { constant, type Bound } from './bound';

/** A literal with the narrowest type that holds it. */
export const bindLiteral = (expression: Literal): Bound => {
  switch (expression.kind) {
    case 'string':
      return constant(expression.value, 'keyword', expression.at);
    case 'boolean':
      return constant(expression.value, 'boolean', expression.at);
    case 'decimal':
      return constant(expression.value, 'double', expression.at);
    case 'null':
      return constant(null, 'null', expression.at);
    case 'integer':
      return integer(expression);
  }
};

const MAX_LONG = 2n ** 63n - 1n;
const MAX_UNSIGNED_LONG = 2n ** 64n - 1n;

const integer = ({ value, at }: IntegerLiteral): Bound => {
  if (typeof value === 'number') {
    return constant(value, value === (value | 0) ? 'integer' : 'long', at);
  }
  if (value <= MAX_LONG && value >= -MAX_LONG - 1n) {
    return constant(value, 'long', at);
  }
  return value <= MAX_UNSIGNED_LONG && value > 0n
    ? constant(value, 'unsigned_long', at)
    : constant(Number(value), 'double', at);
};
