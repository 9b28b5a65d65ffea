// SPDX-License-Identifier: Apache-2.0
import type { Schema } from '../eql/types/schema';
import { compileQueryDsl, type DocumentPredicate, type EventDocument } from '../search';
import { entryQueryOf, systemQueries, type ValueLists } from './event_filter';
import type { Exclusion } from './exclusion';

/** Whether an exclusion hides a sequence of events. */
export type SequencePredicate = (events: readonly EventDocument[]) => boolean;

export interface SequenceFilterOptions {
  readonly schema: Schema;
  readonly now: number;
  readonly lists?: ValueLists;
}

/**
 * An exclusion applied to a whole sequence: each entry must hold for one of its events (those with the
 * operator `excluded` for all of them), whichever that is.
 */
export const sequencePredicate = (
  { entries, os_types: systems }: Exclusion,
  { schema, now, lists = () => undefined }: SequenceFilterOptions,
): SequencePredicate => {
  const tests = entries.map((entry) => {
    const holds: DocumentPredicate = compileQueryDsl(entryQueryOf(entry, lists), { schema, now });
    const everywhere = entry.type !== 'nested' && entry.operator === 'excluded';
    return (events: readonly EventDocument[]): boolean =>
      everywhere ? events.every(holds) : events.some(holds);
  });
  const isOfSystem = systemQueries(systems).map((query) => compileQueryDsl(query, { schema, now }));
  return (events) =>
    tests.every((test) => test(events)) && isOfSystem.every((test) => events.some(test));
};
