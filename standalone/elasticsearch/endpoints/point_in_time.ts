// SPDX-License-Identifier: Apache-2.0
import { ACTIONS } from '../access/users';
import { INDICES_PARAMETERS, ok, type Endpoint } from '../http/endpoint';
import { EsError } from '../http/es_error';
import { resolveIndices } from '../store/resolve_indices';
import { indicesOptions } from './index_options';

export const openPointInTime: Endpoint = {
  name: 'open_pit',
  methods: ['POST'],
  paths: ['/{index}/_pit'],
  parameters: [...INDICES_PARAMETERS, 'keep_alive', 'preference', 'routing'],
  handle: ({ parts, query, user }, { store }) => {
    if (query.get('keep_alive') === null) {
      throw new EsError(400, {
        type: 'action_request_validation_exception',
        reason: 'Validation Failed: 1: [keep_alive] is not specified;',
      });
    }
    const indices = resolveIndices(
      store,
      parts['index'] ?? '',
      user,
      ACTIONS.openPit,
      indicesOptions(query),
    );
    const id = store.newId();
    const documents = indices.flatMap(({ documents: all }) =>
      [...all.values()].filter(({ visible }) => visible),
    );
    store.pits.set(id, { indices, documents });
    return ok({ id });
  },
};

export const closePointInTime: Endpoint = {
  name: 'close_pit',
  methods: ['DELETE'],
  paths: ['/_pit'],
  parameters: [],
  handle: ({ body }, { store }) => {
    const closed = store.pits.delete(String(body['id']));
    return {
      status: closed ? 200 : 404,
      body: { succeeded: true, num_freed: closed ? 1 : 0 },
    };
  },
};
