// SPDX-License-Identifier: Apache-2.0
import { fieldReader } from '../../common/eql/types/field_reader';
import { compilerMemory, windowOf } from '../../common/lineage';
import { compileQueryDsl, timestampReader } from '../../common/search';
import { throwIfCancelled } from '../cancellation';
import { missingIndexFailure } from '../elasticsearch';
import { SEARCH_TASKS } from './search_tasks';
import { embeddedFailure, eventsIn, indicesOf, type EmbeddedEvents } from './embedded_events';
import { followFiles } from './lineage/follow_files';
import { asSourceEvent, toFoundChains } from './lineage/lineage_answer';
import { TimedEvent } from './lineage/timed_event';
import type { LineageAnswer, LineageSearch, LineageSearchRequest } from './lineage_search';
import { allOf, withinRange } from './time_filter';

/** Follows files through events in memory, one after the other, for hosts without Elasticsearch. */
export class EmbeddedLineageSearch implements LineageSearch {
  constructor(private readonly events: EmbeddedEvents) {}

  async search(request: LineageSearchRequest): Promise<LineageAnswer> {
    const { params, indexPatterns, range, signal } = request;
    throwIfCancelled(signal, SEARCH_TASKS.builtPrograms());
    const indices = indicesOf(this.events, indexPatterns);
    if (indices.length === 0) {
      throw missingIndexFailure({ task: SEARCH_TASKS.builtPrograms(), indices: indexPatterns });
    }
    const { chains, isCut } = followFiles(this.timedEvents(request, indices), { params, range });
    return { chains: toFoundChains(chains, asSourceEvent), isCut };
  }

  private timedEvents(
    { params, range, filter, tiebreakerField }: LineageSearchRequest,
    indices: readonly string[],
  ): TimedEvent[] {
    const { schema } = this.events;
    const from = range.from - compilerMemory(windowOf(params));
    const test = this.test(allOf(withinRange('@timestamp', { from, to: range.to }), filter));
    const time = schema.field('@timestamp');
    const timestampOf = time ? timestampReader(time) : () => undefined;
    const tiebreaker = tiebreakerField === undefined ? undefined : schema.field(tiebreakerField);
    const tiebreakers = tiebreaker && fieldReader(tiebreaker);
    return eventsIn(this.events, indices).flatMap((event, position) => {
      const timestamp = test(event) ? timestampOf(event) : undefined;
      return timestamp === undefined
        ? []
        : [
            new TimedEvent(event, {
              timestamp,
              tiebreaker: tiebreakers?.values(event._source)[0] ?? null,
              position,
            }),
          ];
    });
  }

  private test(query: Parameters<typeof compileQueryDsl>[0]): ReturnType<typeof compileQueryDsl> {
    const { schema } = this.events;
    try {
      return compileQueryDsl(query, { schema, now: this.events.now() });
    } catch (error) {
      throw embeddedFailure(error, SEARCH_TASKS.builtPrograms(), schema);
    }
  }
}
