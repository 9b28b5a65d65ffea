// SPDX-License-Identifier: Apache-2.0
import type { SequenceAlert, SourceEvent } from '../../../common/alerts';
import { Failure } from '../../failure';
import { eventsOf, type FoundSequence, type SequenceBatch } from '../../search/all_sequences';
import type { FindSequences } from '../../search/find_sequences';
import type { TimeRange } from '../../search/time_range';
import { onceOnly } from './chain_key';
import type { Slice } from './plan_ranges';
import type { Written } from './write_alerts';

export interface Steps {
  readonly maxSignals: number;
  readonly find: FindSequences;
  readonly hides: (events: readonly SourceEvent[]) => boolean;
  readonly write: (sequences: readonly FoundSequence[], room: number) => Promise<Written>;
  readonly shouldEnd: () => boolean;
}

/** Why there is work left for the next run. */
export type Unfinished =
  /** No room for more alerts; `waiting` of them, or more where not everything was searched. */
  | { readonly reason: 'full'; readonly waiting: number; readonly isAll: boolean }
  /** No time left; this much of the planned time was not searched, in milliseconds. */
  | { readonly reason: 'time'; readonly left: number }
  | { readonly reason: 'failure'; readonly failure: Failure };

export interface Progress {
  readonly created: readonly SequenceAlert[];
  readonly sequences: number;
  readonly alreadyThere: number;
  readonly excluded: number;
  /** Ranges with more sequences than can be fetched. */
  readonly cut: readonly TimeRange[];
  /** All sequences that end before this moment of the regular range are alerted; undefined for none of it. */
  readonly searchedTo: number | undefined;
  readonly unfinished: Unfinished | undefined;
}

/**
 * Searches slice by slice and writes as it goes, oldest first. What has been written stays written when a
 * later step fails: the failure is part of the answer.
 */
export const searchAndWrite = async (slices: readonly Slice[], steps: Steps): Promise<Progress> => {
  const progress = {
    created: [] as SequenceAlert[],
    sequences: 0,
    alreadyThere: 0,
    excluded: 0,
    cut: [] as TimeRange[],
    searchedTo: undefined as number | undefined,
  };
  const isNew = onceOnly();

  const take = async ({ range, sequences, isCut }: SequenceBatch): Promise<Written['waiting']> => {
    const distinct = sequences.filter(isNew);
    const wanted = distinct.filter((sequence) => !steps.hides(eventsOf(sequence)));
    const room = steps.maxSignals - progress.created.length;
    const written = await steps.write(wanted, room);
    progress.created.push(...written.created);
    progress.sequences += distinct.length;
    progress.alreadyThere += written.alreadyThere;
    progress.excluded += distinct.length - wanted.length;
    if (isCut) {
      progress.cut.push(range);
    }
    if (written.failure) {
      throw written.failure;
    }
    return written.waiting;
  };

  let begun = 0;

  const work = async (): Promise<Unfinished | undefined> => {
    for (const [i, { range, isLate }] of slices.entries()) {
      begun = i;
      if (steps.shouldEnd()) {
        return { reason: 'time', left: lengthOf(slices.slice(begun)) };
      }
      let waiting = 0;
      for await (const batch of steps.find(range)) {
        const [first, ...others] = await take(batch);
        if (waiting === 0) {
          progress.searchedTo = isLate ? undefined : (first?.endsAt ?? batch.range.to);
        }
        waiting += first ? 1 + others.length : 0;
      }
      if (waiting > 0) {
        return { reason: 'full', waiting, isAll: i === slices.length - 1 };
      }
    }
    return undefined;
  };

  const unfinished = await work().catch((error: unknown) =>
    asUnfinished(error, lengthOf(slices.slice(begun))),
  );
  return { ...progress, unfinished };
};

/** Work is called off when the run's time is over, or when Kibana wants it to stop. */
const asUnfinished = (error: unknown, left: number): Unfinished => {
  if (!(error instanceof Failure)) {
    throw error;
  }
  return error.kind === 'cancelled' || error.kind === 'timeout'
    ? { reason: 'time', left }
    : { reason: 'failure', failure: error };
};

const lengthOf = (slices: readonly Slice[]): number =>
  slices.reduce((sum, { range }) => sum + range.to - range.from + 1, 0);
