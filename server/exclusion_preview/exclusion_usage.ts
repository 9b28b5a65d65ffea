// SPDX-License-Identifier: Apache-2.0
import type { ExclusionUsageResponse } from '../../common/api';
import type { SourceEvent } from '../../common/alerts';
import { readDefendEvent } from '../../common/ecs';
import { printQuery } from '../../common/eql/printer';
import { buildRuleQuery, type RuleParams } from '../../common/rule';
import type { ExclusionStore } from '../exclusion_store/exclusion_store';
import { asExclusion, type ListedItem } from '../exclusion_store/listed_item';
import type { SequenceSearch } from '../search/sequence_search';
import { exclusionTest, type ExclusionTest } from './exclusion_test';

/** How far back it looks, in milliseconds. */
const LOOK_BACK = 7 * 86_400_000;

/** What is searched for at once; more in the time is not examined. */
const MOST_SEQUENCES = 1000;

export interface ExclusionUsageOptions {
  readonly search: SequenceSearch;
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
  { search, store, params, now, signal }: ExclusionUsageOptions,
  items: readonly ListedItem[],
): Promise<ExclusionUsageResponse> => {
  const range = { from: now - LOOK_BACK, to: now };
  const exclusions = items.flatMap((listed) => asExclusion(listed) ?? []);
  const [lists, { sequences, isFull }] = await Promise.all([
    store.valueLists(exclusions, signal),
    search.search({
      query: printQuery(buildRuleQuery(params)),
      indexPatterns: params.indexPatterns,
      range,
      filter: undefined,
      tiebreakerField: params.tiebreakerField ?? undefined,
      size: MOST_SEQUENCES,
      signal,
    }),
  ]);
  return {
    from: new Date(range.from).toISOString(),
    to: new Date(range.to).toISOString(),
    examined: sequences.length,
    isComplete: !isFull,
    items: exclusions.map((exclusion) => ({
      listId: exclusion.list_id,
      itemId: exclusion.item_id,
      ...hiddenBy(exclusionTest(exclusion, { now, lists }), sequences),
    })),
  };
};

const hiddenBy = (hides: ExclusionTest, sequences: readonly (readonly SourceEvent[])[]) => {
  const ends = sequences.filter((events) => hides(events)).map(endOf);
  return {
    hidden: ends.length,
    lastHiddenAt: ends.length === 0 ? null : new Date(Math.max(...ends)).toISOString(),
  };
};

const endOf = (events: readonly SourceEvent[]): number =>
  Math.max(...events.map(({ _source }) => readDefendEvent(_source).timestamp ?? 0));
