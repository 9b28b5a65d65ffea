// SPDX-License-Identifier: Apache-2.0
import type { FoundByDetection, RulePreviewResponse } from '../../common/api';
import { readDefendEvent } from '../../common/ecs';
import type { Detection, RuleParams } from '../../common/rule';
import type { LoadedExclusions } from '../exclusion_store/exclusion_source';
import { Failure } from '../failure';
import { onceOnly } from '../rule_type/executor/chain_key';
import { exclusionFilters, type ExclusionFilters } from '../rule_type/executor/exclusion_filters';
import { eventsOf, type FoundSequence } from '../search/all_sequences';
import { findOnce } from '../search/find_once';
import type { Searches } from '../search/find_sequences';
import type { TimeRange } from '../search/time_range';
import { examplesOf } from './examples';
import { compare } from './compare';

export interface RulePreviewOptions {
  /** With the rights of the user. */
  readonly searches: Searches;
  /** Those that a run would apply. */
  readonly exclusions: LoadedExclusions;
  readonly now: number;
  readonly signal: AbortSignal;
}

const DAYS = 7;

/** What a search is asked for; where there is more, the answer says so. */
const MOST_SEQUENCES = 1_000;

/** What each detection would have found in the last days with these parameters and the exclusions in force. */
export const previewRule = async (
  options: RulePreviewOptions,
  params: RuleParams,
): Promise<RulePreviewResponse> => {
  const range = { from: options.now - DAYS * 86_400_000, to: options.now };
  const exclusions = exclusionFilters(options.exclusions, options.now);
  const found = (detection: Detection): Promise<Found> =>
    find(options, { params: { ...params, detection }, range, exclusions });
  const [published, lineage] = await Promise.all([found('published'), found('lineage')]);
  if (published.failure && lineage.failure) {
    throw published.failure;
  }
  const kinds = compare(published.sequences, lineage.sequences);
  return {
    from: new Date(range.from).toISOString(),
    to: new Date(range.to).toISOString(),
    published: summaryOf(published),
    lineage: summaryOf(lineage),
    both: kinds.both.length,
    examples: examplesOf(kinds),
    warnings: [...exclusions.warnings],
  };
};

interface Found {
  readonly sequences: readonly FoundSequence[];
  readonly isCut: boolean;
  readonly failure: Failure | undefined;
}

/** One detection that can not search, as where an index maps a field otherwise, is no reason to hide the other. */
const find = async (
  { searches, signal }: RulePreviewOptions,
  {
    params,
    range,
    exclusions,
  }: {
    readonly params: RuleParams;
    readonly range: TimeRange;
    readonly exclusions: ExclusionFilters;
  },
): Promise<Found> => {
  try {
    const { sequences, isCut } = await findOnce(
      searches,
      {
        params,
        filter: exclusions.filter,
        tiebreakerField: params.tiebreakerField ?? undefined,
        signal,
      },
      range,
      MOST_SEQUENCES,
    );
    return {
      sequences: sequences
        .filter(onceOnly())
        .filter((sequence) => !exclusions.hides(eventsOf(sequence))),
      isCut,
      failure: undefined,
    };
  } catch (error) {
    if (error instanceof Failure && error.kind !== 'cancelled') {
      return { sequences: [], isCut: false, failure: error };
    }
    throw error;
  }
};

const summaryOf = ({ sequences, isCut, failure }: Found): FoundByDetection => ({
  sequences: sequences.length,
  hosts: new Set(sequences.map(hostOf)).size,
  isCut,
  problem: failure ? { message: failure.message, remedy: failure.remedy } : null,
});

const hostOf = ({ events }: FoundSequence): string | undefined => {
  const connect = events.at(-1);
  const { hostId, hostName } = readDefendEvent(connect?._source ?? {});
  return hostId ?? hostName;
};
