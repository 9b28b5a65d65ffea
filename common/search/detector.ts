// SPDX-License-Identifier: Apache-2.0
import type { Value } from '../eql/types/value';
import type { EventDocument } from './event_document';
import type { StreamedEvent } from './streamed_event';

/** What a query finds: one event, or the events of a sequence or sample. */
export interface Finding {
  /** Undefined for events, and for sequences without `by`. */
  readonly joinKeys: readonly (Value | null)[] | undefined;
  /** Null where the query asked for a missing event. */
  readonly events: readonly (EventDocument | null)[];
}

export interface DetectorStats {
  /** Events that matched each stage. */
  readonly matched: readonly number[];
  /** Events that came too late to be put in order. */
  readonly late: number;
}

/** Runs a query over events as they come in. */
export interface Detector {
  /** Findings that are certain by now. Throws an `EqlError` or a `TooManyInFlightError`. */
  push(event: StreamedEvent): readonly Finding[];
  /** The last findings; there are no more events. */
  finish(): readonly Finding[];
  readonly stats: DetectorStats;
  /** Whether no further event can change the findings. */
  readonly isDone: boolean;
  /** Whether only an event that begins something matters now. */
  readonly isIdle: boolean;
  /** Whether an event begins something. Throws an evaluation `EqlError` where it makes a function fail. */
  canBegin(event: EventDocument): boolean;
}
