// SPDX-License-Identifier: Apache-2.0
import { ACTIONS, unauthorized, type User } from '../access/users';
import { isBody, ok, type Body, type Endpoint } from '../http/endpoint';
import { EsError, indexNotFound, indexNotFoundCause } from '../http/es_error';
import { sourceFilter } from '../query/source_filter';
import type { Store, StoredIndex } from '../store/store';

/** Gets read a document at once, whether it is refreshed or not. */
export const getDocument: Endpoint = {
  name: 'get',
  methods: ['GET', 'HEAD'],
  paths: ['/{index}/_doc/{id}'],
  parameters: [
    '_source',
    '_source_includes',
    '_source_excludes',
    'preference',
    'realtime',
    'refresh',
    'routing',
  ],
  handle: ({ parts, query, user }, { store }) => {
    const name = parts['index'] ?? '';
    const body = found(name, parts['id'] ?? '', query.get('_source') ?? undefined, user, store);
    return { status: body['found'] === true ? 200 : 404, body };
  },
};

export const multiGet: Endpoint = {
  name: 'mget',
  methods: ['GET', 'POST'],
  paths: ['/_mget', '/{index}/_mget'],
  parameters: [
    '_source',
    '_source_includes',
    '_source_excludes',
    'preference',
    'realtime',
    'refresh',
    'routing',
  ],
  handle: ({ parts, query, body, user }, { store }) => {
    const asked: Body[] = Array.isArray(body['docs'])
      ? body['docs'].filter(isBody)
      : [body['ids'] ?? []].flat().map((id) => ({ _id: id }));
    return ok({
      docs: asked.map(({ _index: index, _id: id, _source: source }) => {
        const name = typeof index === 'string' ? index : (parts['index'] ?? '');
        try {
          return found(name, String(id), source ?? query.get('_source') ?? undefined, user, store);
        } catch (error) {
          if (!(error instanceof EsError)) {
            throw error;
          }
          return { _index: name, _id: id, error: { root_cause: [error.cause], ...error.cause } };
        }
      }),
    });
  },
};

const found = (name: string, id: string, source: unknown, user: User, store: Store): Body => {
  const index = single(name, user, store);
  const document = index.documents.get(id);
  if (!document) {
    return { _index: index.name, _id: id, found: false };
  }
  const shown = sourceFilter(source)(document.source);
  return {
    _index: index.name,
    _id: id,
    _version: document.version,
    _seq_no: document.seqNo,
    _primary_term: 1,
    found: true,
    ...(shown && { _source: shown }),
  };
};

/** One document is read from one index: a data stream or an alias over several has too many. */
const single = (name: string, user: User, store: Store): StoredIndex => {
  const named = store.indices.get(name);
  const candidates = named
    ? [named]
    : [...(store.dataStreams.get(name) ?? []), ...store.withAlias(name)];
  const [index, ...others] = candidates;
  const names = [name, ...(index?.dataStream === undefined ? [] : [index.dataStream])];
  if (!user.may(ACTIONS.get.grantedBy, names)) {
    throw unauthorized(user, ACTIONS.get, [name]);
  }
  if (!index) {
    throw indexNotFound(name);
  }
  if (others.length > 0) {
    throw new EsError(400, {
      ...indexNotFoundCause(name),
      type: 'illegal_argument_exception',
      reason: `alias [${name}] has more than one index associated with it, can't execute a single index op`,
    });
  }
  return index;
};
