// SPDX-License-Identifier: Apache-2.0
import type { ArithmeticOperator } from '../ast';
import type { DataType } from '../types/data_type';
import type { Value } from '../types/value';

export type ParameterType = 'string' | 'integer' | 'numeric' | 'ip' | 'boolean' | 'any';

export interface Parameter {
  readonly name: string;
  readonly type: ParameterType;
  /** Must not depend on the event. */
  readonly constant?: boolean;
}

export interface CallContext {
  /** Written with a tilde. */
  readonly caseInsensitive: boolean;
  readonly types: readonly DataType[];
}

/** One function of the language. To add one, write such an object and list it in `registry.ts`. */
export interface FunctionDefinition {
  readonly name: string;
  readonly required: readonly Parameter[];
  readonly optional?: readonly Parameter[];
  /** Any number of further arguments. */
  readonly rest?: Parameter;
  /** Whether there is a form with a tilde that ignores case. */
  readonly hasCaseInsensitiveForm?: boolean;
  /** Another way to write this operator. */
  readonly operator?: ArithmeticOperator;
  readonly returns: DataType | ((types: readonly DataType[]) => DataType);
  /**
   * Pure; null stands for a missing value. Throws a `RangeError` where Elasticsearch fails the whole
   * search ("all shards failed").
   */
  readonly evaluate: (args: readonly (Value | null)[], context: CallContext) => Value | null;
}

/** The parameter that the argument at `index` is for; undefined when there are too many. */
export const parameterAt = (
  { required, optional = [], rest }: FunctionDefinition,
  index: number,
): Parameter | undefined => required[index] ?? optional[index - required.length] ?? rest;
