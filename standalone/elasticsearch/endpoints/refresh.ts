// SPDX-License-Identifier: Apache-2.0
import { ACTIONS } from '../access/users';
import { INDICES_PARAMETERS, ok, type Endpoint } from '../http/endpoint';
import { resolveIndices } from '../store/resolve_indices';
import type { Store } from '../store/store';
import { indicesOptions } from './index_options';

/** Whether searches see at once what this request writes. */
export const writesAreVisible = (store: Store, query: URLSearchParams): boolean => {
  const asked = query.get('refresh');
  return store.refreshAtOnce || (asked !== null && asked !== 'false');
};

export const refresh: Endpoint = {
  name: 'refresh',
  methods: ['GET', 'POST'],
  paths: ['/{index}/_refresh'],
  parameters: [...INDICES_PARAMETERS],
  handle: ({ parts, query, user }, { store }) => {
    const options = indicesOptions(query);
    const indices = resolveIndices(store, parts['index'] ?? '', user, ACTIONS.refresh, options);
    indices.forEach((index) => index.refresh());
    return ok({ _shards: { total: indices.length, successful: indices.length, failed: 0 } });
  },
};
