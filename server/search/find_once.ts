// SPDX-License-Identifier: Apache-2.0
import { printQuery } from '../../common/eql/printer';
import { buildRuleQuery } from '../../common/rule';
import { chainsAsSequences } from './all_chains';
import { sequencesOf, type FoundSequence } from './all_sequences';
import type { FindOptions, Searches } from './find_sequences';
import type { TimeRange } from './time_range';

export interface FoundOnce {
  /** By their ends, oldest first. */
  readonly sequences: readonly FoundSequence[];
  /** Whether there are more. */
  readonly isCut: boolean;
}

/**
 * What one search finds by the detection that the parameters name, for people who wait: at most so many sequences
 * that lie in the range as a whole.
 */
export const findOnce = async (
  { search, lineage }: Searches,
  { params, filter, tiebreakerField, signal }: FindOptions,
  range: TimeRange,
  most: number,
): Promise<FoundOnce> => {
  const { indexPatterns } = params;
  const common = { indexPatterns, filter, tiebreakerField, signal, range };
  if (params.detection === 'lineage') {
    const { chains, isCut } = await lineage.search({ ...common, params });
    const sequences = chainsAsSequences(chains, range);
    return { sequences: sequences.slice(0, most), isCut: isCut || sequences.length > most };
  }
  const query = printQuery(buildRuleQuery(params));
  const page = await search.search({ ...common, query, size: most });
  return { sequences: sequencesOf(page, range), isCut: page.isFull };
};
