// SPDX-License-Identifier: Apache-2.0
import type { Expression, FieldReference, StringLiteral } from '../eql/ast';

/** A field that the events must have. */
export const field = (name: string): FieldReference => ({ kind: 'field', name, optional: false });

export const text = (value: string): StringLiteral => ({ kind: 'string', value });

export const equals = (name: string, value: string): Expression => ({
  kind: 'comparison',
  operator: '==',
  left: field(name),
  right: text(value),
});

export const exists = (name: string): Expression => ({
  kind: 'comparison',
  operator: '!=',
  left: field(name),
  right: { kind: 'null' },
});

/** Exactly one of the values, upper and lower case told apart; no value, no match. */
export const isOneOf = (name: string, values: readonly string[]): Expression => {
  const [only, ...others] = values;
  if (only === undefined) {
    return { kind: 'boolean', value: false };
  }
  return others.length === 0
    ? equals(name, only)
    : {
        kind: 'in',
        value: field(name),
        list: values.map(text),
        caseInsensitive: false,
        negated: false,
      };
};

/** Any of the patterns with `*` and `?`, whatever the case. */
export const isLikeAny = (name: string, patterns: readonly string[]): Expression => ({
  kind: 'pattern',
  operator: 'like~',
  value: field(name),
  patterns: patterns.map(text),
});

/** An address inside one of the blocks. */
export const isInNetwork = (name: string, blocks: readonly string[]): Expression => ({
  kind: 'call',
  name: 'cidrmatch',
  caseInsensitive: false,
  args: [field(name), ...blocks.map(text)],
});

export const not = (operand: Expression): Expression => ({ kind: 'not', operand });

const joinedBy =
  (kind: 'and' | 'or') =>
  (first: Expression, ...rest: readonly Expression[]): Expression =>
    rest.reduce((left, right) => ({ kind, left, right }), first);

export const allOf = joinedBy('and');

export const anyOf = joinedBy('or');
