// SPDX-License-Identifier: Apache-2.0
import type { ArithmeticOperator, ComparisonOperator, PatternOperator } from '../ast';
import type { FunctionDefinition } from '../functions/function_definition';
import type { Location } from '../location';
import type { DataType } from '../types/data_type';
import type { Field } from '../types/schema';
import type { Value } from '../types/value';

/** An expression whose names are resolved and whose types are known and fit. */
export type Bound = (
  | { readonly kind: 'constant'; readonly value: Value | null }
  | { readonly kind: 'field'; readonly field: Field }
  | {
      readonly kind: 'call';
      readonly definition: FunctionDefinition;
      readonly args: readonly Bound[];
      readonly caseInsensitive: boolean;
    }
  | { readonly kind: 'negate'; readonly operand: Bound }
  | {
      readonly kind: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: Bound;
      readonly right: Bound;
    }
  | {
      readonly kind: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: Bound;
      readonly right: Bound;
    }
  | {
      readonly kind: 'in';
      readonly value: Bound;
      readonly list: readonly (Value | null)[];
      readonly caseInsensitive: boolean;
    }
  | {
      readonly kind: 'pattern';
      readonly operator: PatternOperator;
      readonly value: Bound;
      readonly patterns: readonly string[];
    }
  | { readonly kind: 'is-null'; readonly operand: Bound }
  | { readonly kind: 'not'; readonly operand: Bound }
  | { readonly kind: 'and' | 'or'; readonly left: Bound; readonly right: Bound }
) & { readonly type: DataType; readonly at?: Location };

export type BoundOf<Kind extends Bound['kind']> = Extract<Bound, { kind: Kind }>;

export const constant = (value: Value | null, type: DataType, at?: Location): Bound => ({
  kind: 'constant',
  value,
  type,
  ...(at && { at }),
});

/** The operands of an expression, left to right. */
export const operandsOf = (bound: Bound): readonly Bound[] => {
  switch (bound.kind) {
    case 'constant':
    case 'field':
      return [];
    case 'call':
      return bound.args;
    case 'negate':
    case 'not':
    case 'is-null':
      return [bound.operand];
    case 'in':
    case 'pattern':
      return [bound.value];
    default:
      return [bound.left, bound.right];
  }
};

/** The expression with each operand replaced. */
export const mapOperands = (bound: Bound, replace: (operand: Bound) => Bound): Bound => {
  switch (bound.kind) {
    case 'constant':
    case 'field':
      return bound;
    case 'call':
      return { ...bound, args: bound.args.map(replace) };
    case 'negate':
    case 'not':
    case 'is-null':
      return { ...bound, operand: replace(bound.operand) };
    case 'in':
    case 'pattern':
      return { ...bound, value: replace(bound.value) };
    default:
      return { ...bound, left: replace(bound.left), right: replace(bound.right) };
  }
};

/** Every mention of a field in an expression, left to right. */
export const mentionedFields = (bound: Bound): BoundOf<'field'>[] =>
  bound.kind === 'field' ? [bound] : operandsOf(bound).flatMap(mentionedFields);

/** Whether an expression is the same for every event. */
export const isFixed = (bound: Bound): boolean => mentionedFields(bound).length === 0;
