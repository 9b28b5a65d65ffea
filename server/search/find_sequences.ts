// SPDX-License-Identifier: Apache-2.0
import { printQuery } from '../../common/eql/printer';
import type { QueryDsl } from '../../common/exclusions';
import { buildRuleQuery, durationMs, type RuleParams } from '../../common/rule';
import { allChains } from './all_chains';
import { allSequences, type SequenceBatch } from './all_sequences';
import type { LineageSearch } from './lineage_search';
import type { SequenceSearch } from './sequence_search';
import type { TimeRange } from './time_range';

/** The searches of the two detections. */
export interface Searches {
  readonly search: SequenceSearch;
  readonly lineage: LineageSearch;
}

export interface FindOptions {
  /** Among them by which detection. */
  readonly params: RuleParams;
  /** Events that do not meet it count as not there. */
  readonly filter: QueryDsl | undefined;
  readonly tiebreakerField: string | undefined;
  readonly signal: AbortSignal;
}

/** All sequences that end in a range, oldest first. */
export type FindSequences = (range: TimeRange) => AsyncGenerator<SequenceBatch>;

/** The longest time from the first event that decides to the last, in milliseconds. */
export const reachOf = ({
  detection,
  maxspan,
  lineageWindow,
}: Pick<RuleParams, 'detection' | 'maxspan' | 'lineageWindow'>): number =>
  durationMs(detection === 'lineage' ? lineageWindow : maxspan) ?? 0;

/** Finds sequences by the detection that the parameters name. */
export const findSequences = (
  { search, lineage }: Searches,
  { params, filter, tiebreakerField, signal }: FindOptions,
): FindSequences => {
  const { indexPatterns } = params;
  const common = { indexPatterns, filter, tiebreakerField, signal };
  const reach = reachOf(params);
  if (params.detection === 'lineage') {
    return (range) =>
      allChains(range, {
        window: reach,
        search: (searched) => lineage.search({ ...common, params, range: searched }),
      });
  }
  const query = printQuery(buildRuleQuery(params));
  return (range) =>
    allSequences(range, {
      maxspan: reach,
      search: (page) => search.search({ ...common, ...page, query }),
    });
};
