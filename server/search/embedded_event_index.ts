// SPDX-License-Identifier: Apache-2.0
import { dateAt, valuesAt } from '../../common/ecs';
import type { QueryDsl } from '../../common/exclusions';
import { compileQueryDsl } from '../../common/search';
import { throwIfCancelled } from '../cancellation';
import { SEARCH_TASKS } from './search_tasks';
import { embeddedFailure, eventsIn, indicesOf, type EmbeddedEvents } from './embedded_events';
import type {
  EventIndex,
  FieldDescription,
  IndexDescription,
  LateEventsRequest,
  TopValuesRequest,
} from './event_index';
import { rangesOfBuckets } from './late_ranges';
import { allOf, withinRange } from './time_filter';
import type { TimeRange } from './time_range';

/** Looks at events in memory, all of which have the same mapping. */
export class EmbeddedEventIndex implements EventIndex {
  constructor(private readonly events: EmbeddedEvents) {}

  async describe(
    indexPatterns: readonly string[],
    fields: readonly string[],
    signal: AbortSignal,
  ): Promise<IndexDescription> {
    throwIfCancelled(signal, SEARCH_TASKS.fields());
    const indices = indicesOf(this.events, indexPatterns);
    return {
      indices,
      fields: new Map(fields.map((field) => [field, this.describeField(field, indices)])),
    };
  }

  async countEvents(
    indexPatterns: readonly string[],
    categories: readonly string[],
    range: TimeRange,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, number>> {
    throwIfCancelled(signal, SEARCH_TASKS.count());
    const isInRange = this.test(withinRange('@timestamp', range));
    const events = eventsIn(this.events, indicesOf(this.events, indexPatterns)).filter(isInRange);
    return new Map(
      categories.map((category) => {
        const isOf = this.test({ term: { 'event.category': category } });
        return [category, events.filter(isOf).length];
      }),
    );
  }

  async lateEvents(request: LateEventsRequest): Promise<readonly TimeRange[]> {
    const { indexPatterns, ingested, happened, filter, resolution, signal } = request;
    throwIfCancelled(signal, SEARCH_TASKS.lateEvents());
    const isLate = this.test(
      allOf(withinRange('event.ingested', ingested), withinRange('@timestamp', happened), filter),
    );
    const starts = eventsIn(this.events, indicesOf(this.events, indexPatterns))
      .filter(isLate)
      .flatMap(({ _source }) => dateAt(_source, '@timestamp') ?? [])
      .map((time) => Math.floor(time / resolution) * resolution);
    return rangesOfBuckets(starts, resolution, happened);
  }

  async topValues(request: TopValuesRequest): Promise<readonly string[]> {
    const { indexPatterns, field, range, filter, size, signal } = request;
    throwIfCancelled(signal, SEARCH_TASKS.values(field));
    const isAsked = this.test(allOf(withinRange('@timestamp', range), filter));
    const counts = new Map<string, number>();
    for (const event of eventsIn(this.events, indicesOf(this.events, indexPatterns))) {
      if (isAsked(event)) {
        new Set(valuesAt(event._source, field).map(String)).forEach((value) =>
          counts.set(value, (counts.get(value) ?? 0) + 1),
        );
      }
    }
    return [...counts]
      .sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
      .slice(0, size)
      .map(([value]) => value);
  }

  private test(query: QueryDsl): ReturnType<typeof compileQueryDsl> {
    const { schema } = this.events;
    try {
      return compileQueryDsl(query, { schema, now: this.events.now() });
    } catch (error) {
      throw embeddedFailure(error, SEARCH_TASKS.lateEvents(), schema);
    }
  }

  private describeField(name: string, indices: readonly string[]): FieldDescription {
    const field = this.events.schema.field(name);
    return field && indices.length > 0
      ? { types: [{ type: field.mappedType, indices }], unmappedIn: [] }
      : { types: [], unmappedIn: indices };
  }
}
