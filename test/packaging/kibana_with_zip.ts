// SPDX-License-Identifier: Apache-2.0
import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { KibanaFeature, CoreSetup, SetupPlugins } from '../../server/kibana_contracts';
import {
  startElasticsearchDouble,
  type ElasticsearchDouble,
} from '../doubles/elasticsearch/elasticsearch_double';
import { EVENT_MAPPING } from '../../standalone/elasticsearch/event_mapping';
import { startKibanaDouble, type KibanaDouble } from '../doubles/kibana/kibana_double';
import { userWith, type KibanaUser } from '../../standalone/kibana/kibana_user';
import { chainEvents, STREAMS, type Chain } from '../executor/chains';

/** The server side of a plugin, as Kibana gets it by `require`. */
export interface ServerSide {
  readonly config: { readonly schema: { validate(value: unknown): unknown } };
  readonly plugin: (context: unknown) => Promise<{
    setup(core: CoreSetup, plugins: SetupPlugins): void;
    start(core: unknown, plugins: unknown): void;
    stop(): void;
  }>;
}

/** Loads the server side of an unpacked zip. @param packages the folder of our doubles of Kibana's packages */
export function loadServerSide(plugin: string, packages: string): ServerSide {
  // The plugin finds these beside it, as it finds Kibana's own packages.
  cpSync(packages, path.join(plugin, '../../node_modules/@kbn'), { recursive: true });
  return createRequire(__filename)(path.join(plugin, 'server')) as ServerSide;
}

export interface KibanaWithZip {
  readonly elasticsearch: ElasticsearchDouble;
  readonly kibana: KibanaDouble;
  /** Holds our feature, may read events and change alerts. */
  readonly manager: KibanaUser;
  /** Holds our feature to read, and may read events and alerts, no more. */
  readonly analyst: KibanaUser;
  readonly nobody: KibanaUser;
  /** Writes the events of chains. */
  readonly happen: (...chains: readonly Chain[]) => void;
  readonly close: () => Promise<void>;
}

/** A Kibana of a version that runs a plugin's server side, over an Elasticsearch with the plugin's indices. */
export async function startKibanaWithZip(
  { plugin: initializer }: ServerSide,
  version: string,
): Promise<KibanaWithZip> {
  const elasticsearch = await startElasticsearchDouble();
  const kibana = startKibanaDouble({ elasticsearch, version });
  const plugin = await initializer(kibana.initializerContext);
  plugin.setup(kibana.core.setup, kibana.setupPlugins);
  kibana.features.lock();
  plugin.start(kibana.core.start, kibana.startPlugins);

  for (const stream of STREAMS) {
    elasticsearch.createIndex(stream, { mappings: EVENT_MAPPING, dataStream: true });
  }
  elasticsearch.createSecurityAlertIndex('default');
  const reader = elasticsearch.user('reader', {
    indices: [
      { names: ['logs-endpoint.*'], privileges: ['read', 'view_index_metadata'] },
      { names: ['.alerts-security.alerts-*'], privileges: ['read'] },
    ],
  });
  const writer = elasticsearch.user('writer', {
    indices: [
      { names: ['logs-endpoint.*'], privileges: ['read', 'view_index_metadata'] },
      { names: ['.alerts-security.alerts-*'], privileges: ['read', 'write', 'maintenance'] },
    ],
  });
  const feature = kibana.features.registered[0] as KibanaFeature;
  return {
    elasticsearch,
    kibana,
    manager: userWith('manager', [{ feature, privilege: 'all' }], writer),
    analyst: userWith('analyst', [{ feature, privilege: 'read' }], reader),
    nobody: userWith('nobody', [], reader),
    happen: (...chains) => {
      for (const [stream, document] of chains.flatMap(chainEvents)) {
        elasticsearch.index(stream, [document]);
      }
    },
    close: async () => {
      plugin.stop();
      await elasticsearch.close();
    },
  };
}
