// SPDX-License-Identifier: Apache-2.0
import { dateAt } from '../../common/ecs';
import type { FoundSequence, SequenceBatch } from './all_sequences';
import type { FoundChain, LineageAnswer } from './lineage_search';
import type { TimeRange } from './time_range';

export interface AllChainsOptions {
  /** The longest time from linking to connecting, in milliseconds. */
  readonly window: number;
  readonly search: (range: TimeRange) => Promise<LineageAnswer>;
}

/**
 * All that lineage finds and that connects in `range`, as batches, oldest first. A range of which the search
 * left something out is searched again in halves, as long as a half is longer than `window`, by which each
 * search has to look back.
 */
export async function* allChains(
  range: TimeRange,
  options: AllChainsOptions,
): AsyncGenerator<SequenceBatch> {
  const { window, search } = options;
  const { chains, isCut } = await search({ from: range.from - window, to: range.to });
  if (isCut && range.to - range.from >= window) {
    const middle = Math.floor((range.from + range.to) / 2);
    yield* allChains({ from: range.from, to: middle }, options);
    yield* allChains({ from: middle + 1, to: range.to }, options);
  } else {
    yield { range, sequences: chainsAsSequences(chains, range), isCut };
  }
}

/** The chains that end in a range, by their ends, oldest first. */
export const chainsAsSequences = (
  chains: readonly FoundChain[],
  range: TimeRange,
): FoundSequence[] =>
  chains
    .map((chain) => toSequence(chain, range))
    .filter(({ endsAt }) => range.from <= endsAt && endsAt <= range.to)
    .sort((a, b) => a.endsAt - b.endsAt);

const toSequence = (
  { compile, link, execute, connect, story }: FoundChain,
  { to }: TimeRange,
): FoundSequence => ({
  events: [compile, link, execute, connect],
  endsAt: dateAt(connect._source, '@timestamp') ?? to,
  lineage: { story },
});
