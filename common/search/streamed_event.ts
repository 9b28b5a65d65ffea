// SPDX-License-Identifier: Apache-2.0
import { toMillis } from '../eql/types/date';
import { fieldReader } from '../eql/types/field_reader';
import type { Field } from '../eql/types/schema';
import type { Miss } from '../sequence';
import type { EventDocument } from './event_document';
import type { PlanOptions } from './stage_plan';

/** An event that need not have been read yet. */
export interface StreamedEvent {
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  /** Whether it may match a stage that counts while no sequence waits. */
  readonly mayBegin: boolean;
  readonly read: () => EventDocument | undefined;
}

export interface StreamOptions extends PlanOptions {
  readonly tiebreaker: Field | undefined;
  /** How late events may come and still be put in order, in milliseconds. */
  readonly slack: number;
  readonly maxInFlight: number;
  /** Count the matches of every stage, which takes reading every event. */
  readonly countAll?: boolean;
  readonly onMiss?: (miss: Miss<EventDocument>) => void;
}

/** The time of an event in milliseconds; undefined when it has none. */
export const timestampReader = (field: Field): ((event: EventDocument) => number | undefined) => {
  const reader = fieldReader(field);
  return ({ _source }) => {
    const [value] = reader.values(_source);
    return typeof value === 'bigint'
      ? toMillis(value)
      : typeof value === 'number'
        ? value
        : undefined;
  };
};
