// SPDX-License-Identifier: Apache-2.0
import { ACTIONS, unauthorized } from '../access/users';
import { INDICES_PARAMETERS, ok, type Endpoint } from '../http/endpoint';
import { EsError } from '../http/es_error';
import { resolveIndices } from '../store/resolve_indices';
import { indicesOptions } from './index_options';

export const getMapping: Endpoint = {
  name: 'get_mapping',
  methods: ['GET'],
  paths: ['/{index}/_mapping'],
  parameters: [...INDICES_PARAMETERS, 'local', 'master_timeout'],
  handle: ({ parts, query, user }, { store }) => {
    const options = indicesOptions(query);
    const indices = resolveIndices(store, parts['index'] ?? '', user, ACTIONS.getMapping, options);
    return ok(
      Object.fromEntries(
        indices.map(({ name, properties, made }) => [
          name,
          {
            mappings: {
              ...(made.mappings?.dynamic !== undefined && {
                dynamic: String(made.mappings.dynamic),
              }),
              properties,
            },
          },
        ]),
      ),
    );
  },
};

export const createIndex: Endpoint = {
  name: 'create_index',
  methods: ['PUT'],
  paths: ['/{index}'],
  parameters: [...INDICES_PARAMETERS, 'timeout', 'master_timeout', 'wait_for_active_shards'],
  handle: ({ parts, body, user }, { store }) => {
    const name = parts['index'] ?? '';
    if (!user.may(ACTIONS.createIndex.grantedBy, [name])) {
      throw unauthorized(user, ACTIONS.createIndex, [name]);
    }
    if (store.writeIndex(name)) {
      throw new EsError(400, {
        type: 'resource_already_exists_exception',
        reason: `index [${name}] already exists`,
        index: name,
      });
    }
    store.create(name, body);
    return ok({ acknowledged: true, shards_acknowledged: true, index: name });
  },
};

export const deleteIndex: Endpoint = {
  name: 'delete_index',
  methods: ['DELETE'],
  paths: ['/{index}'],
  parameters: [...INDICES_PARAMETERS, 'timeout', 'master_timeout', 'wait_for_active_shards'],
  handle: ({ parts, query, user }, { store }) => {
    const name = parts['index'] ?? '';
    const options = indicesOptions(query);
    resolveIndices(store, name, user, ACTIONS.deleteIndex, options).forEach((index) =>
      store.remove(index.name),
    );
    return ok({ acknowledged: true });
  },
};

/** Whether there is such an index: 200 or 404, without a body. */
export const indexExists: Endpoint = {
  name: 'index_exists',
  methods: ['HEAD'],
  paths: ['/{index}'],
  parameters: [...INDICES_PARAMETERS, 'timeout', 'master_timeout', 'wait_for_active_shards'],
  handle: ({ parts, query, user }, { store }) => {
    const options = { ...indicesOptions(query), ignoreUnavailable: true };
    const indices = resolveIndices(store, parts['index'] ?? '', user, ACTIONS.search, options);
    return { status: indices.length > 0 ? 200 : 404, body: undefined };
  },
};
