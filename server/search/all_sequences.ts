// SPDX-License-Identifier: Apache-2.0
import type { LineageFacts, SourceEvent } from '../../common/alerts';
import { dateAt } from '../../common/ecs';
import type { SequencePage, SequenceSearchRequest } from './sequence_search';
import type { TimeRange } from './time_range';

export interface FoundSequence {
  /** By stage; null for one that was not recorded. */
  readonly events: readonly (SourceEvent | null)[];
  /** The `@timestamp` of the last event. */
  readonly endsAt: number;
  /** Where lineage has found it. */
  readonly lineage?: LineageFacts;
}

/** The events that a sequence has. */
export const eventsOf = ({ events }: FoundSequence): SourceEvent[] =>
  events.filter((event) => event !== null);

/** All sequences that end in a range. */
export interface SequenceBatch {
  readonly range: TimeRange;
  /** By their ends, oldest first. */
  readonly sequences: readonly FoundSequence[];
  /** True when more sequences end here than can be fetched at once. */
  readonly isCut: boolean;
}

export interface AllSequencesOptions {
  /** The longest time from the first event of a sequence to the last, in milliseconds. */
  readonly maxspan: number;
  readonly search: (
    request: Pick<SequenceSearchRequest, 'range' | 'size'>,
  ) => Promise<SequencePage>;
}

/** How many sequences are asked for at first. */
export const PAGE_SIZE = 1000;

/** And at most: their events have to fit into memory. */
export const LARGEST_PAGE_SIZE = 10_000;

/**
 * All sequences that end in `range`, as batches, oldest first. Elasticsearch can not go on after a full
 * page of sequences, so a range that fills one is searched again in halves. A half that is no longer than
 * `maxspan` is asked for more at once instead: cutting it further would find the same sequences again, since
 * each search has to look back by `maxspan`.
 */
export async function* allSequences(
  range: TimeRange,
  options: AllSequencesOptions,
  size = PAGE_SIZE,
): AsyncGenerator<SequenceBatch> {
  const { maxspan, search } = options;
  const page = await search({ range: { from: range.from - maxspan, to: range.to }, size });
  if (!page.isFull || size >= LARGEST_PAGE_SIZE) {
    yield { range, sequences: sequencesOf(page, range), isCut: page.isFull };
  } else if (range.to - range.from >= maxspan) {
    const middle = Math.floor((range.from + range.to) / 2);
    yield* allSequences({ from: range.from, to: middle }, options);
    yield* allSequences({ from: middle + 1, to: range.to }, options);
  } else {
    yield* allSequences(range, options, LARGEST_PAGE_SIZE);
  }
}

/** The sequences of a page that end in a range, by their ends, oldest first. */
export const sequencesOf = (
  { sequences }: Pick<SequencePage, 'sequences'>,
  { from, to }: TimeRange,
): FoundSequence[] =>
  sequences
    .map((events) => ({ events, endsAt: endOf(events) ?? to }))
    .filter(({ endsAt }) => from <= endsAt && endsAt <= to)
    .sort((a, b) => a.endsAt - b.endsAt);

/** Undefined where the time is written in a way that only Elasticsearch can read. */
const endOf = (events: readonly SourceEvent[]): number | undefined => {
  const last = events.at(-1);
  return last && dateAt(last._source, '@timestamp');
};
