// SPDX-License-Identifier: Apache-2.0
import { compareTiebreakers } from './ordinal';
import type { Value } from '../eql/types/value';

/** What the events of one sequence have in common. */
export interface JoinKey {
  /** Equal for equal values only. */
  readonly id: string;
  readonly values: readonly (Value | null)[];
}

/** The key of sequences without `by`. */
export const NO_KEY: JoinKey = { id: '', values: [] };

export const joinKey = (values: readonly (Value | null)[]): JoinKey => ({
  id: values.map(part).join('\u0000'),
  values,
});

/** Ends with no separator of its own: a NUL inside a text is followed by what no part begins with. */
const part = (value: Value | null): string => {
  if (value === null) {
    return 'n';
  }
  return typeof value === 'string'
    ? `s${value.includes('\u0000') ? value.replaceAll('\u0000', '\u0000\u0001') : value}`
    : `v${String(value)}`;
};

/** Value by value, missing ones first. */
export const compareJoinKeys = (a: JoinKey, b: JoinKey): number => {
  for (const [i, value] of a.values.entries()) {
    const order = compareTiebreakers(value, b.values[i] ?? null);
    if (order !== 0) {
      return order;
    }
  }
  return 0;
};

/**
 * Every combination of one value from each list: an event with several values for a key belongs to
 * several sequences. The first list varies fastest; that decides which sequences are the first ones
 * where one event completes several (observed on Elasticsearch 8.10).
 */
export const combinations = (lists: readonly (readonly (Value | null)[])[]): (Value | null)[][] =>
  lists.reduceRight<(Value | null)[][]>(
    (found, list) => found.flatMap((suffix) => list.map((value) => [value, ...suffix])),
    [[]],
  );
