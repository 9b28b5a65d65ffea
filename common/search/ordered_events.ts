// SPDX-License-Identifier: Apache-2.0
import { EqlError } from '../eql/errors';
import { toMillis } from '../eql/types/date';
import { fieldReader } from '../eql/types/field_reader';
import type { Schema } from '../eql/types/schema';
import { compareTiebreakers, type Ordinal } from '../sequence';
import type { Value } from '../eql/types/value';
import type { EventDocument } from './event_document';
import type { SearchOptions } from './request';

/** An event with the values that order it; the timestamp may be of any type in a search for events. */
export interface OrderedEvent {
  readonly document: EventDocument;
  readonly timestamp: Value | null;
  readonly tiebreaker: Value | null;
  readonly position: number;
}

/** Reads what orders the events. Throws a verification `EqlError` when a field for it is not mapped. */
export const orderValues = (
  events: readonly EventDocument[],
  { timestampField, tiebreakerField }: SearchOptions,
  schema: Schema,
): OrderedEvent[] => {
  const timestamps = firstValue('timestamp_field', timestampField, schema);
  const tiebreakers =
    tiebreakerField === undefined
      ? () => null
      : firstValue('tiebreaker_field', tiebreakerField, schema);
  return events.map((document, position) => ({
    document,
    timestamp: timestamps(document),
    tiebreaker: tiebreakers(document),
    position,
  }));
};

const firstValue = (
  option: string,
  name: string,
  schema: Schema,
): ((document: EventDocument) => Value | null) => {
  const field = schema.field(name);
  if (!field) {
    throw new EqlError('verification', {
      message: `There is no field [${name}], which [${option}] names`,
      text: name,
      remedy: 'Name a field that the events have',
    });
  }
  const reader = fieldReader(field);
  return ({ _source }) => reader.values(_source)[0] ?? null;
};

/**
 * Ascending by timestamp and tiebreaker, missing ones first. Events that these leave tied are in input
 * order for `head` and reversed for `tail`, which Elasticsearch fetches backwards (observed on 8.10).
 */
export const inOrder = (
  events: readonly OrderedEvent[],
  resultPosition: 'head' | 'tail',
): OrderedEvent[] =>
  [...events].sort(
    (a, b) =>
      compareTiebreakers(a.timestamp, b.timestamp) ||
      compareTiebreakers(a.tiebreaker, b.tiebreaker) ||
      (resultPosition === 'head' ? a.position - b.position : b.position - a.position),
  );

/** For sequences, which need a time: milliseconds, and no event without one. */
export const toOrdinal = ({
  timestamp,
  tiebreaker,
  position,
}: OrderedEvent): Ordinal | undefined => {
  if (typeof timestamp === 'number') {
    return { timestamp, tiebreaker, position };
  }
  return typeof timestamp === 'bigint'
    ? { timestamp: toMillis(timestamp), tiebreaker, position }
    : undefined;
};
