// SPDX-License-Identifier: Apache-2.0
import { ACTIONS } from '../access/users';
import { INDICES_PARAMETERS, ok, type Endpoint } from '../http/endpoint';
import { foundDocuments } from '../query/found_documents';
import { resolveIndices } from '../store/resolve_indices';
import { indicesOptions } from './index_options';
import { shards } from './shards';

export const count: Endpoint = {
  name: 'count',
  methods: ['GET', 'POST'],
  paths: ['/{index}/_count'],
  parameters: [...INDICES_PARAMETERS, 'preference', 'routing', 'terminate_after', 'q'],
  handle: ({ parts, query, body, user }, { store, now }) => {
    const options = indicesOptions(query);
    const indices = resolveIndices(store, parts['index'] ?? '', user, ACTIONS.search, options);
    return ok({
      count: foundDocuments(indices, body['query'], now()).length,
      _shards: shards(indices.length),
    });
  },
};
