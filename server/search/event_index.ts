// SPDX-License-Identifier: Apache-2.0
import type { QueryDsl } from '../../common/exclusions';
import type { TimeRange } from './time_range';

export interface FieldDescription {
  /** Elasticsearch's names of types, with the indices that map the field so; empty where none maps it. */
  readonly types: readonly { readonly type: string; readonly indices: readonly string[] }[];
  readonly unmappedIn: readonly string[];
}

export interface IndexDescription {
  /** The concrete indices that the patterns match; empty for none. */
  readonly indices: readonly string[];
  /** Holds every field that was asked for. */
  readonly fields: ReadonlyMap<string, FieldDescription>;
}

export interface LateEventsRequest {
  readonly indexPatterns: readonly string[];
  /** When they reached Elasticsearch (`event.ingested`). */
  readonly ingested: TimeRange;
  /** When they happened (`@timestamp`). */
  readonly happened: TimeRange;
  /** The events that matter. */
  readonly filter: QueryDsl;
  /** The width of the ranges that are answered, in milliseconds. */
  readonly resolution: number;
  readonly signal: AbortSignal;
}

export interface TopValuesRequest {
  readonly indexPatterns: readonly string[];
  readonly field: string;
  readonly range: TimeRange;
  /** The events that matter. */
  readonly filter: QueryDsl;
  /** The most values to answer with. */
  readonly size: number;
  readonly signal: AbortSignal;
}

/** What can be asked about the events themselves. Throws a `Failure`. */
export interface EventIndex {
  describe(
    indexPatterns: readonly string[],
    fields: readonly string[],
    signal: AbortSignal,
  ): Promise<IndexDescription>;
  /** How many events of each `event.category` happened in the range; 0 for a category without any. */
  countEvents(
    indexPatterns: readonly string[],
    categories: readonly string[],
    range: TimeRange,
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, number>>;
  /** Ranges of `@timestamp` in which there is at least one such event, oldest first. */
  lateEvents(request: LateEventsRequest): Promise<readonly TimeRange[]>;
  /** The values of a field, the most frequent first; none where no event has it. */
  topValues(request: TopValuesRequest): Promise<readonly string[]>;
}
