// SPDX-License-Identifier: Apache-2.0
import { ok, type Endpoint } from '../http/endpoint';

const NAME = 'double';

export const info: Endpoint = {
  name: 'info',
  methods: ['GET', 'HEAD'],
  paths: ['/'],
  parameters: [],
  handle: () =>
    ok({
      name: NAME,
      cluster_name: NAME,
      cluster_uuid: 'AAAAAAAAAAAAAAAAAAAAAA',
      version: {
        number: '8.12.2',
        build_flavor: 'default',
        build_snapshot: false,
        lucene_version: '9.9.2',
        minimum_wire_compatibility_version: '7.17.0',
        minimum_index_compatibility_version: '7.0.0',
      },
      tagline: 'You Know, for Search',
    }),
};

export const clusterHealth: Endpoint = {
  name: 'cluster_health',
  methods: ['GET'],
  paths: ['/_cluster/health', '/_cluster/health/{index}'],
  parameters: ['wait_for_status', 'timeout', 'level', 'local', 'master_timeout'],
  handle: (_, { store }) =>
    ok({
      cluster_name: NAME,
      status: 'green',
      timed_out: false,
      number_of_nodes: 1,
      number_of_data_nodes: 1,
      active_primary_shards: store.indices.size,
      active_shards: store.indices.size,
      relocating_shards: 0,
      initializing_shards: 0,
      unassigned_shards: 0,
    }),
};
