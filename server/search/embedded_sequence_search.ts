// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { SourceEvent } from '../../common/alerts';
import { searchEvents, type EventDocument } from '../../common/search';
import { throwIfCancelled } from '../cancellation';
import { Failure } from '../failure';
import { SEARCH_TASKS } from './search_tasks';
import { embeddedFailure, eventsIn, indicesOf, type EmbeddedEvents } from './embedded_events';
import type { SequencePage, SequenceSearch, SequenceSearchRequest } from './sequence_search';
import { allOf, withinRange } from './time_filter';

/** Searches events in memory with the engine of `common/`, for hosts without Elasticsearch. */
export class EmbeddedSequenceSearch implements SequenceSearch {
  constructor(private readonly events: EmbeddedEvents) {}

  async search(request: SequenceSearchRequest): Promise<SequencePage> {
    const { query, indexPatterns, range, filter, tiebreakerField, size, signal } = request;
    throwIfCancelled(signal, SEARCH_TASKS.sequences());
    const indices = indicesOf(this.events, indexPatterns);
    if (indices.length === 0) {
      throw new Failure('missing_index', {
        message: i18n.translate('recentlyCompiled.search.noIndex', {
          defaultMessage: '{task} found no index that matches [{patterns}]',
          values: { task: SEARCH_TASKS.sequences(), patterns: indexPatterns.join(', ') },
        }),
        remedy: i18n.translate('recentlyCompiled.search.noIndexRemedy', {
          defaultMessage: 'Check that there are events and that the index patterns are right',
        }),
      });
    }
    const sequences = this.find(
      {
        query,
        filter: allOf(withinRange('@timestamp', range), filter),
        size,
        result_position: 'head',
        ...(tiebreakerField !== undefined && { tiebreaker_field: tiebreakerField }),
      },
      eventsIn(this.events, indices),
    );
    return { sequences, isFull: sequences.length >= size };
  }

  private find(
    request: Parameters<typeof searchEvents>[0],
    events: readonly SourceEvent[],
  ): SourceEvent[][] {
    const { schema } = this.events;
    try {
      const result = searchEvents(request, events, { schema, now: this.events.now() });
      return result.kind === 'events'
        ? []
        : result.sequences.map((sequence) => sequence.events.filter(isSourceEvent));
    } catch (error) {
      throw embeddedFailure(error, SEARCH_TASKS.sequences(), schema);
    }
  }
}

/** A missing event of a sequence is null; all others come from the list, with their index. */
const isSourceEvent = (event: EventDocument | null): event is SourceEvent =>
  event?._index !== undefined;
