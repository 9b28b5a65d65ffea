// SPDX-License-Identifier: Apache-2.0
import { STAGES, type SecurityRule, type SourceEvent } from '../../../common/alerts';
import { toMilliseconds } from '../../../common/eql/ast';
import { EqlError } from '../../../common/eql/errors';
import { parseQuery } from '../../../common/eql/parser';
import { Failure } from '../../failure';
import { allSequences, type FoundSequence, type SequenceBatch } from '../../search/all_sequences';
import type { FindOptions, FindSequences } from '../../search/find_sequences';
import type { SequenceSearch } from '../../search/sequence_search';

/** As the published rule has it, for a query that sets no limit. */
const USUAL_MAXSPAN = 60_000;

/**
 * Finds sequences as the linked Security rule does, by its own query; undefined for a rule without a sequence query
 * that can be read.
 */
export const securityFinder = (
  search: SequenceSearch,
  { params: { query: text, index, tiebreakerField } }: SecurityRule,
  { params, filter, signal }: Pick<FindOptions, 'params' | 'filter' | 'signal'>,
): FindSequences | undefined => {
  const query = typeof text === 'string' ? readSequence(text) : undefined;
  if (typeof text !== 'string' || !query) {
    return undefined;
  }
  const maxspan = query.maxspan ? toMilliseconds(query.maxspan) : USUAL_MAXSPAN;
  return (range) =>
    allSequences(range, {
      maxspan,
      search: (page) =>
        search.search({
          ...page,
          query: text,
          indexPatterns: index ?? params.indexPatterns,
          filter,
          tiebreakerField: typeof tiebreakerField === 'string' ? tiebreakerField : undefined,
          signal,
        }),
    });
};

const readSequence = (text: string) => {
  try {
    const query = parseQuery(text);
    return query.kind === 'sequence' ? query : undefined;
  } catch (error) {
    if (error instanceof EqlError) {
      return undefined;
    }
    throw error;
  }
};

/**
 * Gives sequences the events that the linked rule's query has for the same execution and connection, such as gcc where
 * lineage takes ccache for the compiler. The id of an alert comes from its events, and Security's executor knows alerts
 * by their ids alone: so what both find is one alert, whichever of them comes first.
 */
export const asSecurityFinds = (find: FindSequences, ofSecurity: FindSequences): FindSequences =>
  async function* (range) {
    for await (const batch of find(range)) {
      yield batch.sequences.length === 0 ? batch : await aligned(batch, ofSecurity);
    }
  };

const aligned = async (batch: SequenceBatch, ofSecurity: FindSequences): Promise<SequenceBatch> => {
  const theirs = new Map<string, FoundSequence['events']>();
  for await (const { sequences } of unlessRefused(ofSecurity(batch.range))) {
    sequences
      .filter(({ events }) => events.length <= STAGES.length)
      .forEach(({ events }) => theirs.set(keyOf(events), byStage(events)));
  }
  return {
    ...batch,
    sequences: batch.sequences.map((sequence) => ({
      ...sequence,
      events: theirs.get(keyOf(sequence.events)) ?? sequence.events,
    })),
  };
};

/** What both find ends with the execution and the connection, however few events the linked query asks for. */
const byStage = (events: FoundSequence['events']): FoundSequence['events'] => [
  ...STAGES.slice(events.length).map(() => null),
  ...events,
];

/** A query that Elasticsearch does not take finds nothing for Security either. */
const REFUSED = ['query_rejected', 'mapping_conflict', 'missing_index'];

async function* unlessRefused(
  batches: AsyncGenerator<SequenceBatch>,
): AsyncGenerator<SequenceBatch> {
  try {
    yield* batches;
  } catch (error) {
    if (!(error instanceof Failure) || !REFUSED.includes(error.kind)) {
      throw error;
    }
  }
}

const keyOf = (events: readonly (SourceEvent | null)[]): string =>
  JSON.stringify(events.slice(-2).map((event) => event && [event._index, event._id]));
