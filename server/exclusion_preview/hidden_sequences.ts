// SPDX-License-Identifier: Apache-2.0
import {
  eventFilter,
  isInForce,
  scopeOf,
  type Exclusion,
  type ValueLists,
} from '../../common/exclusions';
import type { RuleParams } from '../../common/rule';
import { eventsOf, type FoundSequence } from '../search/all_sequences';
import { findOnce } from '../search/find_once';
import type { Searches } from '../search/find_sequences';
import type { TimeRange } from '../search/time_range';
import { exclusionTest, type ExclusionTest } from './exclusion_test';

/** What is searched for at once; more in one range is not examined. */
const MOST_SEQUENCES = 1000;

export interface HiddenSequencesOptions {
  readonly searches: Searches;
  readonly params: RuleParams;
  readonly range: TimeRange;
  /** Exclusions that hold already: what they hide is not hidden by the new one. */
  readonly others: readonly Exclusion[];
  readonly lists: ValueLists;
  readonly now: number;
  readonly signal: AbortSignal;
}

export interface HiddenSequences {
  readonly examined: number;
  readonly isComplete: boolean;
  readonly hidden: readonly FoundSequence[];
}

/** Sequences of a time range that an exclusion would have hidden. */
export const hiddenSequences = async (
  { searches, params, range, others, lists, now, signal }: HiddenSequencesOptions,
  hides: ExclusionTest,
): Promise<HiddenSequences> => {
  const inForce = others.filter((exclusion) => isInForce(exclusion, now));
  const { sequences, isCut } = await findOnce(
    searches,
    {
      params,
      filter: eventFilter(inForce.filter(isAboutEvents), lists).filter,
      tiebreakerField: params.tiebreakerField ?? undefined,
      signal,
    },
    range,
    MOST_SEQUENCES,
  );
  const hiddenAnyway = inForce
    .filter((exclusion) => !isAboutEvents(exclusion))
    .map((exclusion) => exclusionTest(exclusion, { now, lists }));
  const examined = sequences.filter(
    (sequence) => !hiddenAnyway.some((test) => test(eventsOf(sequence))),
  );
  return {
    examined: examined.length,
    isComplete: !isCut,
    hidden: examined.filter((sequence) => hides(eventsOf(sequence))),
  };
};

const isAboutEvents = (exclusion: Exclusion): boolean => scopeOf(exclusion) === 'event';
