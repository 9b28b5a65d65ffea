// SPDX-License-Identifier: Apache-2.0
import type { SourceEvent } from '../../common/alerts';
import { printQuery } from '../../common/eql/printer';
import {
  eventFilter,
  isInForce,
  scopeOf,
  type Exclusion,
  type ValueLists,
} from '../../common/exclusions';
import { buildRuleQuery, type RuleParams } from '../../common/rule';
import type { SequenceSearch } from '../search/sequence_search';
import type { TimeRange } from '../search/time_range';
import { exclusionTest, type ExclusionTest } from './exclusion_test';

/** What is searched for at once; more in one range is not examined. */
const MOST_SEQUENCES = 1000;

export interface HiddenSequencesOptions {
  readonly search: SequenceSearch;
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
  readonly hidden: readonly (readonly SourceEvent[])[];
}

/** Sequences of a time range that an exclusion would have hidden. */
export const hiddenSequences = async (
  { search, params, range, others, lists, now, signal }: HiddenSequencesOptions,
  hides: ExclusionTest,
): Promise<HiddenSequences> => {
  const inForce = others.filter((exclusion) => isInForce(exclusion, now));
  const { sequences, isFull } = await search.search({
    query: printQuery(buildRuleQuery(params)),
    indexPatterns: params.indexPatterns,
    range,
    filter: eventFilter(inForce.filter(isAboutEvents), lists).filter,
    tiebreakerField: params.tiebreakerField ?? undefined,
    size: MOST_SEQUENCES,
    signal,
  });
  const hiddenAnyway = inForce
    .filter((exclusion) => !isAboutEvents(exclusion))
    .map((exclusion) => exclusionTest(exclusion, { now, lists }));
  const examined = sequences.filter((events) => !hiddenAnyway.some((test) => test(events)));
  return {
    examined: examined.length,
    isComplete: !isFull,
    hidden: examined.filter((events) => hides(events)),
  };
};

const isAboutEvents = (exclusion: Exclusion): boolean => scopeOf(exclusion) === 'event';
