// SPDX-License-Identifier: Apache-2.0
import type { Expression } from '../ast';

/** The value of an expression made of whole numbers only (`1+1`), otherwise undefined. */
export const foldWholeNumber = (expression: Expression): number | undefined => {
  switch (expression.kind) {
    case 'integer':
      return Number(expression.value);
    case 'negate': {
      const operand = foldWholeNumber(expression.operand);
      return operand === undefined ? undefined : -operand;
    }
    case 'arithmetic': {
      const left = foldWholeNumber(expression.left);
      const right = foldWholeNumber(expression.right);
      return left === undefined || right === undefined
        ? undefined
        : apply(expression.operator, left, right);
    }
    default:
      return undefined;
  }
};

const apply = (operator: string, left: number, right: number): number | undefined => {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0 ? undefined : Math.trunc(left / right);
    default:
      return right === 0 ? undefined : left % right;
  }
};
