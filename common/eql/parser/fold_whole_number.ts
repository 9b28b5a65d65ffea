// SPDX-License-Identifier: Apache-2.0
import type { ArithmeticOperator, Expression } from '../ast';
import { calculate } from '../functions/arithmetic';

/** The value of an expression made of whole numbers only (`1+1`), otherwise undefined. */
export const foldWholeNumber = (expression: Expression): number | undefined => {
  switch (expression.kind) {
    case 'integer':
      return Number(expression.value);
    case 'negate':
      return apply('-', 0, foldWholeNumber(expression.operand));
    case 'arithmetic':
      return apply(
        expression.operator,
        foldWholeNumber(expression.left),
        foldWholeNumber(expression.right),
      );
    default:
      return undefined;
  }
};

const apply = (
  operator: ArithmeticOperator,
  left: number | undefined,
  right: number | undefined,
): number | undefined => {
  const dividesByZero = right === 0 && (operator === '/' || operator === '%');
  return left === undefined || right === undefined || dividesByZero
    ? undefined
    : Number(calculate(operator, left, right, 'integer'));
};
