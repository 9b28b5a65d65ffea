// SPDX-License-Identifier: Apache-2.0
import type { EventSource } from '../../common/eql/types/field_reader';
import type { EventDocument } from '../../common/search';

/**
 * - `ndjson`: one event, or one hit with `_source`, a line
 * - `bulk`: the body of a _bulk request, an action line before each event
 * - `json`: one JSON text: a search response, or a list of events or hits
 */
export type Format = 'ndjson' | 'bulk' | 'json';

const ACTIONS = new Set(['index', 'create', 'update', 'delete']);

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** Whether a line of a bulk body says what to do with the next one. */
export const isBulkAction = (value: unknown): value is Readonly<Record<string, unknown>> => {
  const keys = isObject(value) ? Object.keys(value) : [];
  const [key] = keys;
  return (
    keys.length === 1 &&
    key !== undefined &&
    ACTIONS.has(key) &&
    isObject((value as Record<string, unknown>)[key])
  );
};

/** The id that a bulk action gives to the next line. */
export const bulkId = (action: unknown): string | undefined => {
  const [body] = isBulkAction(action) ? Object.values(action) : [];
  return isObject(body) && typeof body['_id'] === 'string' ? body['_id'] : undefined;
};

/**
 * An event, or a hit that holds one; undefined for anything else. Without an `_id` it goes by its
 * `event.id`, else by `fallbackId`.
 */
export const toDocument = (value: unknown, fallbackId: string): EventDocument | undefined => {
  if (!isObject(value)) {
    return undefined;
  }
  const { _source: source, _id: id, _index: index } = value;
  if (!isObject(source)) {
    return { _id: eventId(value) ?? fallbackId, _source: value };
  }
  return {
    _id: typeof id === 'string' ? id : (eventId(source) ?? fallbackId),
    ...(typeof index === 'string' && { _index: index }),
    _source: source,
  };
};

const eventId = (source: EventSource): string | undefined => {
  const { event } = source;
  const id = isObject(event) ? event['id'] : source['event.id'];
  return typeof id === 'string' ? id : undefined;
};

/** The events of a search response or a list; undefined when the JSON holds none in a known place. */
export const documentsOf = (json: unknown): EventDocument[] | undefined => {
  const list = listOf(json);
  return list?.flatMap((item, i) => toDocument(item, `#${i + 1}`) ?? []);
};

const listOf = (json: unknown): readonly unknown[] | undefined => {
  const hits = isObject(json) ? json['hits'] : json;
  if (isList(hits)) {
    return hits;
  }
  if (!isObject(hits)) {
    return undefined;
  }
  const { hits: plain, events, sequences } = hits;
  if (isList(sequences)) {
    return sequences.flatMap((sequence) =>
      isObject(sequence) ? (listOf(sequence['events']) ?? []) : [],
    );
  }
  return [plain, events].find(isList);
};
