// SPDX-License-Identifier: Apache-2.0
import type { Pipe } from '../eql/ast';
import { compileFilter } from '../eql/compile/compile_filter';
import { EqlError } from '../eql/errors';
import { parseQuery } from '../eql/parser';
import { fieldReader } from '../eql/types/field_reader';
import { dataTypeOf, type Schema } from '../eql/types/schema';
import { bindQuery, type BoundKey } from '../eql/verify/bind_query';
import type { Finding } from './detector';
import type { EventDocument } from './event_document';
import { inOrder, orderValues } from './ordered_events';
import { limitResults, wantedEnd } from './pipes';
import { presentKey } from './present_key';
import { compileQueryDsl } from './query_dsl';
import { parseSearchOptions, type SearchOptions } from './request';
import { searchSamples } from './search_samples';
import { byLastEventAndKey, searchSequences } from './search_sequences';
import { testEvent } from './stage_hits';
import { isFalse, planCondition, type PlanOptions } from './stage_plan';

const MAX_IN_FLIGHT = 1_000_000;

/** The body of Elasticsearch's EQL search request. */
export type SearchRequest = Readonly<Record<string, unknown>> & { readonly query: string };

export type SearchResult =
  | { readonly kind: 'events'; readonly events: readonly EventDocument[] }
  | { readonly kind: 'sequences'; readonly sequences: readonly Finding[] };

export interface SearchContext {
  readonly schema: Schema;
  /** What `now` means, in milliseconds since 1970. */
  readonly now: number;
  /** The most sequences that may wait for their next event at a time, 1,000,000 when not said. */
  readonly maxInFlight?: number;
}

/**
 * Answers an EQL search request over `events` as Elasticsearch answers it over an index that holds them
 * in this order. Throws an `EqlError`.
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/8.12/eql-search-api.html
 */
export const searchEvents = (
  request: SearchRequest,
  events: readonly EventDocument[],
  context: SearchContext,
): SearchResult => {
  const { query: text, ...body } = request;
  if (typeof text !== 'string' || text === '') {
    throw new EqlError('request', { message: 'The query is empty', remedy: 'Write an EQL query' });
  }
  const options = parseSearchOptions(body);
  const schema = withConstants(context.schema, events);
  const plan: PlanOptions = { schema, now: context.now, categoryField: options.categoryField };
  const query = bindQuery(parseQuery(text), schema);
  const searched = applyFilter(events, options, plan);
  const ordered = orderValues(searched, options, schema);
  switch (query.kind) {
    case 'event': {
      const condition = planCondition(query.filter, plan);
      if (!isFalse(condition)) {
        checkWindow(query.pipes, options);
      }
      const from = wantedEnd(query.pipes, options);
      const matches = compileFilter(condition, plan);
      const found = inOrder(
        ordered.filter(({ document }) => testEvent(matches, document)),
        from,
      );
      const limited = limitResults(found, query.pipes, options);
      return { kind: 'events', events: limited.map(({ document }) => document) };
    }
    case 'sequence': {
      checkOrderFields(options, schema);
      const from = wantedEnd(query.pipes, options);
      const found = searchSequences(
        query,
        ordered,
        { from, tiebroken: options.tiebreakerField !== undefined },
        { ...plan, maxInFlight: context.maxInFlight ?? MAX_IN_FLIGHT },
      );
      const whole = from === 'head' ? found : [...found].sort(byLastEventAndKey);
      const limited = limitResults(whole, query.pipes, options).sort(byLastEventAndKey);
      return present(limited, query.stages[0]?.keys ?? []);
    }
    case 'sample': {
      const found = searchSamples(query, searched, options.maxSamplesPerKey, plan);
      return present(found.slice(0, options.size), query.stages[0]?.keys ?? []);
    }
  }
};

const present = (
  found: readonly { key: Parameters<typeof presentKey>[0]; events: Finding['events'] }[],
  keys: readonly BoundKey[],
): SearchResult => ({
  kind: 'sequences',
  sequences: found.map(({ key, events }) => ({
    joinKeys: keys.length > 0 ? presentKey(key, keys) : undefined,
    events,
  })),
});

/** `index.max_result_window`, unless an index has another one. */
const MAX_WINDOW = 10_000;

/**
 * Elasticsearch gets the events of an event query in one search, which can not return more than
 * `index.max_result_window`. Sequences and samples it collects from many searches.
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/8.12/index-modules.html
 */
const checkWindow = (pipes: readonly Pipe[], { size }: SearchOptions): void => {
  const wanted = Math.min(size, ...pipes.map(({ count }) => count));
  if (wanted > MAX_WINDOW) {
    throw new EqlError('request', {
      message: `[size] must be at most ${MAX_WINDOW} for events, found [${wanted}]`,
      text: 'size',
      remedy: 'Take fewer with [size] or a pipe, or search a shorter time',
    });
  }
};

const applyFilter = (
  events: readonly EventDocument[],
  { filter }: SearchOptions,
  plan: PlanOptions,
): readonly EventDocument[] =>
  filter === undefined ? events : events.filter(compileQueryDsl(filter, plan));

/** Sequences need a date to order by, and a tiebreaker that a search can go on after. */
const checkOrderFields = (
  { timestampField, tiebreakerField }: SearchOptions,
  schema: Schema,
): void => {
  const typeOf = (name: string) => dataTypeOf(schema.field(name)?.mappedType ?? '');
  if (typeOf(timestampField) !== 'datetime') {
    throw new EqlError('request', {
      message: `[timestamp_field] must name a date for sequences, [${timestampField}] is none`,
      remedy: 'Leave it out to use @timestamp',
    });
  }
  if (tiebreakerField !== undefined && typeOf(tiebreakerField) === 'datetime') {
    throw new EqlError('request', {
      message: `[tiebreaker_field] can not be a date for sequences, [${tiebreakerField}] is one`,
      remedy: 'Use a number, such as event.sequence',
    });
  }
};

/** A constant_keyword without a value in the mapping takes that of the first event that has one. */
const withConstants = (schema: Schema, events: readonly EventDocument[]): Schema => {
  const names = [...schema.names()];
  const open = names.flatMap((name) => {
    const field = schema.field(name);
    return field?.mappedType === 'constant_keyword' && field.constant === undefined ? [field] : [];
  });
  if (open.length === 0) {
    return schema;
  }
  const settled = new Map(
    open.map((field) => {
      const { values } = fieldReader(field);
      const [value] = events.flatMap(({ _source }) => values(_source)).slice(0, 1);
      return [field.name, value === undefined ? field : { ...field, constant: String(value) }];
    }),
  );
  return { names: () => schema.names(), field: (name) => settled.get(name) ?? schema.field(name) };
};
