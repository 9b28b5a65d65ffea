// SPDX-License-Identifier: Apache-2.0
import type { ExclusionUsageResponse } from '../../common/api';
import type { RuleParams } from '../../common/rule';
import type { ExclusionStore } from '../exclusion_store/exclusion_store';
import { asExclusion, type ListedItem } from '../exclusion_store/listed_item';
import { eventsOf, type FoundSequence } from '../search/all_sequences';
import { findOnce } from '../search/find_once';
import type { Searches } from '../search/find_sequences';
import { exclusionTest, type ExclusionTest } from './exclusion_test';

/** How far back it looks, in milliseconds. */
const LOOK_BACK = 7 * 86_400_000;

/** What is searched for at once; more in the time is not examined. */
const MOST_SEQUENCES = 1000;

export interface ExclusionUsageOptions {
  readonly searches: Searches;
  readonly store: ExclusionStore;
  readonly params: RuleParams;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly signal: AbortSignal;
}

/**
 * How many sequences of the last seven days each exclusion hides, each looked at alone, expired ones too; and
 * when the last of them ended. Items that can not be applied hide nothing.
 */
export const exclusionUsage = async (
  { searches, store, params, now, signal }: ExclusionUsageOptions,
  items: readonly ListedItem[],
): Promise<ExclusionUsageResponse> => {
  const range = { from: now - LOOK_BACK, to: now };
  const exclusions = items.flatMap((listed) => asExclusion(listed) ?? []);
  const tiebreakerField = params.tiebreakerField ?? undefined;
  const [lists, { sequences, isCut }] = await Promise.all([
    store.valueLists(exclusions, signal),
    findOnce(
      searches,
      { params, filter: undefined, tiebreakerField, signal },
      range,
      MOST_SEQUENCES,
    ),
  ]);
  return {
    from: new Date(range.from).toISOString(),
    to: new Date(range.to).toISOString(),
    examined: sequences.length,
    isComplete: !isCut,
    items: exclusions.map((exclusion) => ({
      listId: exclusion.list_id,
      itemId: exclusion.item_id,
      ...hiddenBy(exclusionTest(exclusion, { now, lists }), sequences),
    })),
  };
};

const hiddenBy = (hides: ExclusionTest, sequences: readonly FoundSequence[]) => {
  const ends = sequences
    .filter((sequence) => hides(eventsOf(sequence)))
    .map(({ endsAt }) => endsAt);
  return {
    hidden: ends.length,
    lastHiddenAt: ends.length === 0 ? null : new Date(Math.max(...ends)).toISOString(),
  };
};
