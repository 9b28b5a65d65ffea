// SPDX-License-Identifier: Apache-2.0
import { EqlError } from '../../../common/eql/errors';
import { searchEvents, type SearchRequest, type SearchResult } from '../../../common/search';
import { ACTIONS } from '../access/users';
import { INDICES_PARAMETERS, ok, type Body, type Endpoint } from '../http/endpoint';
import { EsError, notInMemory } from '../http/es_error';
import { expand } from '../query/compile_query';
import { eqlError } from '../query/eql_error';
import { fieldsOf } from '../query/fields';
import { resolveIndices } from '../store/resolve_indices';
import { toEvent, type StoredDocument } from '../store/store';
import { unionSchema } from '../store/union_schema';
import { indicesOptions } from './index_options';

/** Unlike a search, an EQL search takes a missing plain name as if it were not there. */
const DEFAULTS = { ignoreUnavailable: true, allowNoIndices: true };

export const eqlSearch: Endpoint = {
  name: 'eql',
  methods: ['GET', 'POST'],
  paths: ['/{index}/_eql/search'],
  parameters: [
    ...INDICES_PARAMETERS,
    'keep_alive',
    'keep_on_completion',
    'wait_for_completion_timeout',
    'ccs_minimize_roundtrips',
  ],
  handle: ({ parts, query, body, user }, { store, now }) => {
    const expression = parts['index'] ?? '';
    const options = indicesOptions(query, DEFAULTS);
    const indices = resolveIndices(store, expression, user, ACTIONS.eql, options);
    if (indices.length === 0) {
      throw noIndex(expression);
    }
    const { fields, runtime_mappings: runtime, filter, ...request } = body;
    if (runtime !== undefined && Object.keys(runtime as object).length > 0) {
      throw notInMemory('runtime_mappings');
    }
    const documents = indices.flatMap(({ documents: all }) =>
      [...all.values()].filter(({ visible }) => visible),
    );
    const byEvent = new Map(documents.map((document) => [toEvent(document), document]));
    const search = {
      ...request,
      ...(filter !== undefined && { filter: expand(filter) }),
    } as unknown as SearchRequest;
    const result = run(search, [...byEvent.keys()], { schema: unionSchema(indices), now: now() });
    const show = showEvent(fields, (event) => byEvent.get(event));
    const rows = result.kind === 'events' ? result.events : result.sequences;
    return ok({
      is_partial: false,
      is_running: false,
      took: 1,
      timed_out: false,
      hits: {
        total: { value: rows.length, relation: 'eq' },
        ...(result.kind === 'events'
          ? { events: result.events.map(show) }
          : {
              sequences: result.sequences.map(({ joinKeys, events }) => ({
                ...(joinKeys && { join_keys: joinKeys }),
                events: events.map(show),
              })),
            }),
      },
    });
  },
};

const run = (
  request: SearchRequest,
  events: Parameters<typeof searchEvents>[1],
  context: Parameters<typeof searchEvents>[2],
): SearchResult => {
  try {
    return searchEvents(request, events, context);
  } catch (error) {
    throw error instanceof EqlError ? eqlError(error) : error;
  }
};

type Event = ReturnType<typeof toEvent>;

const showEvent = (fields: unknown, documentOf: (event: Event) => StoredDocument | undefined) => {
  const read = fieldsOf(fields);
  return (event: Event | null): Body => {
    if (event === null) {
      return { _index: '', _id: '', missing: true };
    }
    const document = documentOf(event);
    const found = document && read(document);
    return {
      _index: event._index,
      _id: event._id,
      _source: event._source,
      ...(found && { fields: found }),
    };
  };
};

/** Where a wildcard found nothing the cluster's security asks for no index at all (observed on 8.10). */
const noIndex = (expression: string): EsError => {
  const asked = expression.includes('*') ? '*,-*' : expression;
  const cause = {
    type: 'verification_exception',
    reason: `Found 1 problem\nline -1:-1: Unknown index [${asked}]`,
  };
  return new EsError(
    404,
    {
      type: 'index_not_found_exception',
      reason: `no such index [${expression}]`,
      index_uuid: '_na_',
      index: expression,
      caused_by: cause,
    },
    [cause],
  );
};
