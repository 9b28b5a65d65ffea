// SPDX-License-Identifier: Apache-2.0
import type { Location } from './location';

/** Every node may carry the place it was parsed from; nodes built by code have none. */
interface Located {
  readonly at?: Location;
}

export interface StringLiteral extends Located {
  readonly kind: 'string';
  readonly value: string;
}

/** A whole number; `bigint` where it does not fit a double exactly. */
export interface IntegerLiteral extends Located {
  readonly kind: 'integer';
  readonly value: number | bigint;
}

export interface DecimalLiteral extends Located {
  readonly kind: 'decimal';
  readonly value: number;
}

export interface BooleanLiteral extends Located {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface NullLiteral extends Located {
  readonly kind: 'null';
}

export type Literal =
  StringLiteral | IntegerLiteral | DecimalLiteral | BooleanLiteral | NullLiteral;

/** `process.name`, `?process.name` (may be unmapped), `` `with space` ``. */
export interface FieldReference extends Located {
  readonly kind: 'field';
  readonly name: string;
  readonly optional: boolean;
}

export interface FunctionCall extends Located {
  readonly kind: 'call';
  readonly name: string;
  readonly caseInsensitive: boolean;
  readonly args: readonly Expression[];
}

export interface Negation extends Located {
  readonly kind: 'negate';
  readonly operand: Expression;
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';

export interface Arithmetic extends Located {
  readonly kind: 'arithmetic';
  readonly operator: ArithmeticOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=';

export interface Comparison extends Located {
  readonly kind: 'comparison';
  readonly operator: ComparisonOperator;
  readonly left: Expression;
  readonly right: Expression;
}

/** `value in (a, b)`, `in~`, `not in`. */
export interface Membership extends Located {
  readonly kind: 'in';
  readonly value: Expression;
  readonly list: readonly Expression[];
  readonly caseInsensitive: boolean;
  readonly negated: boolean;
}

export type PatternOperator = ':' | 'like' | 'like~' | 'regex' | 'regex~';

/** `value : "cmd*"`, `value like~ ("a*", "b?")`. One pattern or a list in parentheses. */
export interface PatternMatch extends Located {
  readonly kind: 'pattern';
  readonly operator: PatternOperator;
  readonly value: Expression;
  readonly patterns: readonly Literal[];
}

export interface Not extends Located {
  readonly kind: 'not';
  readonly operand: Expression;
}

export interface Logical extends Located {
  readonly kind: 'and' | 'or';
  readonly left: Expression;
  readonly right: Expression;
}

export type Expression =
  | Literal
  | FieldReference
  | FunctionCall
  | Negation
  | Arithmetic
  | Comparison
  | Membership
  | PatternMatch
  | Not
  | Logical;

/** `process where …`; a `null` category is `any`. */
export interface EventFilter extends Located {
  readonly category: string | null;
  readonly where: Expression;
}

/** One bracket of a sequence or sample. */
export interface Stage extends Located {
  readonly filter: EventFilter;
  readonly by: readonly FieldReference[];
  /** `![…]`: no such event may occur here. */
  readonly missing: boolean;
  /** `with runs=N`: the stage stands for N equal stages. */
  readonly runs: number;
}

export interface Pipe extends Located {
  readonly kind: 'head' | 'tail';
  readonly count: number;
}

export type DurationUnit = 'ms' | 's' | 'm' | 'h' | 'd';

export interface Duration {
  readonly value: number;
  readonly unit: DurationUnit;
}

export interface EventQuery extends Located {
  readonly kind: 'event';
  readonly filter: EventFilter;
  readonly pipes: readonly Pipe[];
}

export interface SequenceQuery extends Located {
  readonly kind: 'sequence';
  readonly by: readonly FieldReference[];
  readonly maxspan?: Duration;
  readonly stages: readonly Stage[];
  readonly until?: Stage;
  readonly pipes: readonly Pipe[];
}

export interface SampleQuery extends Located {
  readonly kind: 'sample';
  readonly by: readonly FieldReference[];
  readonly stages: readonly Stage[];
}

export type Query = EventQuery | SequenceQuery | SampleQuery;

const MILLISECONDS: Record<DurationUnit, number> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

export const toMilliseconds = ({ value, unit }: Duration): number => value * MILLISECONDS[unit];
