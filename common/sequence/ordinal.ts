// SPDX-License-Identifier: Apache-2.0
import { compareValues, type Value } from '../eql/types/value';

/** The place of an event in time. */
export interface Ordinal {
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  /** Null where the event has none; such events come first among those of one millisecond. */
  readonly tiebreaker: Value | null;
  /** The place in the input; decides what timestamp and tiebreaker leave open. */
  readonly position: number;
}

/** Ascending; the rule for missing tiebreakers was observed on Elasticsearch 8.10. */
export const compareOrdinals = (a: Ordinal, b: Ordinal): number =>
  a.timestamp - b.timestamp ||
  compareTiebreakers(a.tiebreaker, b.tiebreaker) ||
  a.position - b.position;

/** Same timestamp and tiebreaker: only the input order tells the two apart. */
export const areTied = (a: Ordinal, b: Ordinal): boolean =>
  a.timestamp === b.timestamp && compareTiebreakers(a.tiebreaker, b.tiebreaker) === 0;

export const compareTiebreakers = (a: Value | null, b: Value | null): number => {
  if (a === null || b === null) {
    return a === b ? 0 : a === null ? -1 : 1;
  }
  return compareValues(a, b);
};
