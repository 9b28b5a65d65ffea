// SPDX-License-Identifier: Apache-2.0
import type { ComparisonOperator } from '../ast';

/** Whether `a operator b` holds, for the order of a and b (negative: a is less). */
export const comparisonHolds = (operator: ComparisonOperator, order: number): boolean => {
  switch (operator) {
    case '==':
      return order === 0;
    case '!=':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
};
