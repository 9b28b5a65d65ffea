// SPDX-License-Identifier: Apache-2.0
import { ACTIONS } from '../access/users';
import { aggregate } from '../aggs/aggregate';
import {
  INDICES_PARAMETERS,
  flag,
  isBody,
  ok,
  type Body,
  type Endpoint,
  type EsRequest,
} from '../http/endpoint';
import { EsError, notInMemory } from '../http/es_error';
import { compileQuery } from '../query/compile_query';
import { foundAt } from '../query/found_at';
import { hitsOf } from '../query/hit';
import { allShardsFailed, sortDocuments } from '../query/sort';
import { resolveIndices } from '../store/resolve_indices';
import type { PointInTime, Store } from '../store/store';
import { indicesOptions } from './index_options';
import { shards } from './shards';

/** What a search body may hold here; anything else is 501, not ignored. */
const KNOWN = new Set([
  ...['query', 'size', 'from', 'sort', 'search_after', 'track_total_hits', '_source', 'fields'],
  ...['aggs', 'aggregations', 'pit', 'timeout', 'seq_no_primary_term', 'version'],
  ...['post_filter', 'terminate_after', 'stored_fields'],
]);

const MAX_WINDOW = 10_000;

export const search: Endpoint = {
  name: 'search',
  methods: ['GET', 'POST'],
  paths: ['/{index}/_search', '/_search'],
  parameters: [
    ...INDICES_PARAMETERS,
    'size',
    'from',
    'sort',
    '_source',
    'track_total_hits',
    'rest_total_hits_as_int',
    'preference',
    'request_cache',
    'allow_partial_search_results',
    'batched_reduce_size',
    'ccs_minimize_roundtrips',
    'max_concurrent_shard_requests',
    'typed_keys',
    'timeout',
    'routing',
    'search_type',
  ],
  handle: (request, { store, now }) => {
    const body = withQueryString(request);
    const unknown = Object.keys(body).find((name) => !KNOWN.has(name));
    if (unknown !== undefined) {
      throw notInMemory(`search option [${unknown}]`);
    }
    const asked = searched(request, body, store);
    const { indices } = asked;
    // Other searches are asked once only, of documents that change.
    const found = isBody(body['pit'])
      ? foundAt(asked, body['query'], now())
      : asked.documents.filter(compileQuery(body['query'], indices, now()));
    const aggregations = aggregate(body['aggs'] ?? body['aggregations'], found, {
      indices,
      now: now(),
    });
    const hits = found.filter(compileQuery(body['post_filter'], indices, now()));
    const from = Number(body['from'] ?? 0);
    const size = Number(body['size'] ?? 10);
    if (from + size > MAX_WINDOW) {
      throw allShardsFailed({
        type: 'illegal_argument_exception',
        reason: `Result window is too large, from + size must be less than or equal to: [${MAX_WINDOW}] but was [${from + size}]`,
      });
    }
    const sorting = sortDocuments(
      hits,
      body['sort'],
      body['search_after'],
      indices,
      body['pit'] !== undefined,
    );
    const shown = sorting.sorted.slice(from, from + size);
    const toHit = hitsOf(body);
    const total = totalOf(hits.length, body['track_total_hits']);
    return ok({
      ...(isBody(body['pit']) && { pit_id: body['pit']['id'] }),
      took: 1,
      timed_out: false,
      _shards: shards(indices.length),
      hits: {
        ...(total && { total }),
        max_score: body['sort'] === undefined && shown.length > 0 ? 1 : null,
        hits: shown.map((one) => toHit(one.document, sorting.shown(one))),
      },
      ...(aggregations && { aggregations }),
    });
  },
};

const withQueryString = ({ query, body }: EsRequest): Body => {
  const number = (name: string): Body => {
    const value = query.get(name);
    return value === null ? {} : { [name]: Number(value) };
  };
  const text = (name: string): Body => {
    const value = query.get(name);
    return value === null ? {} : { [name]: value };
  };
  const tracked = flag(query, 'track_total_hits');
  return {
    ...number('size'),
    ...number('from'),
    ...text('sort'),
    ...text('_source'),
    ...(tracked !== undefined && { track_total_hits: tracked }),
    ...body,
  };
};

const searched = ({ parts, query, user }: EsRequest, body: Body, store: Store): PointInTime => {
  const { pit } = body;
  if (isBody(pit)) {
    const found = store.pits.get(String(pit['id']));
    if (!found) {
      const cause = {
        type: 'search_context_missing_exception',
        reason: `No search context found for id [${String(pit['id'])}]`,
      };
      throw new EsError(404, { ...cause }, [cause]);
    }
    return found;
  }
  const indices = resolveIndices(
    store,
    parts['index'] ?? '',
    user,
    ACTIONS.search,
    indicesOptions(query),
  );
  const documents = indices.flatMap(({ documents: all }) =>
    [...all.values()].filter(({ visible }) => visible),
  );
  return { indices, documents };
};

const totalOf = (count: number, tracked: unknown): Body | undefined => {
  if (tracked === false) {
    return undefined;
  }
  const limit = tracked === true ? Infinity : Number(tracked ?? MAX_WINDOW);
  return count > limit ? { value: limit, relation: 'gte' } : { value: count, relation: 'eq' };
};
