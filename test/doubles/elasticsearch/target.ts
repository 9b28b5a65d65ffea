// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { Client, type ClientOptions } from '@elastic/elasticsearch';
import {
  startElasticsearchDouble,
  type DoubleDocument,
  type ElasticsearchDouble,
} from './elasticsearch_double';
import {
  alertIndexName,
  securityAlertIndex,
} from '../../../standalone/elasticsearch/security_alert_index';
import type { IndexSettings } from '../../../standalone/elasticsearch/store/store';

/** What a suite needs that runs on the double, and on a real Elasticsearch where `ES_URL` names one. */
export interface ElasticsearchTarget {
  readonly client: Client;
  /** Whether there is a real cluster behind it; faults, users and the request log are the double's alone. */
  readonly isReal: boolean;
  readonly faults: ElasticsearchDouble['faults'] | null;
  readonly double: ElasticsearchDouble | null;
  /** One more client with all rights, closed with the others. */
  connect(): Client;
  /** Makes a name that only this run uses: `unique('logs')` is `logs-rc-1f3a…`. */
  unique(name: string): string;
  createIndex(name: string, settings: IndexSettings): Promise<void>;
  /** Writes documents, so that searches find them. */
  index(name: string, documents: readonly DoubleDocument[]): Promise<void>;
  /** The alert index of a space and its aliases, as Security makes them; take a space of `unique`. */
  createSecurityAlertIndex(spaceId: string): Promise<void>;
  /** Removes what this run made, and closes the connections. */
  deleteAll(): Promise<void>;
}

/** Environment: `ES_URL`, and `ES_API_KEY` or `ES_USER` with `ES_PASSWORD` where it wants them. */
export const withElasticsearch = async (): Promise<ElasticsearchTarget> => {
  const { ES_URL: url } = process.env;
  return url === undefined || url === '' ? onDouble() : onCluster(url);
};

const uniquely = (): ((name: string) => string) => {
  const run = randomUUID().slice(0, 8);
  return (name) => `${name}-rc-${run}`;
};

const onDouble = async (): Promise<ElasticsearchTarget> => {
  const double = await startElasticsearchDouble();
  return {
    client: double.client(),
    isReal: false,
    faults: double.faults,
    double,
    connect: () => double.client(),
    unique: uniquely(),
    createIndex: async (name, settings) => {
      double.createIndex(name, settings);
    },
    createSecurityAlertIndex: async (spaceId) => {
      double.createSecurityAlertIndex(spaceId);
    },
    index: async (name, documents) => double.index(name, documents),
    deleteAll: () => double.close(),
  };
};

/** The endpoint package's mapping has more fields than an index may have unless told. */
const ENOUGH_FIELDS = { 'index.mapping.total_fields.limit': 10_000 };

const onCluster = (url: string): ElasticsearchTarget => {
  const clients: Client[] = [];
  const connect = (): Client => {
    const connected = new Client({ node: url, ...credentials() });
    clients.push(connected);
    return connected;
  };
  const client = connect();
  const made: { readonly name: string; readonly isStream: boolean }[] = [];
  const create = async (
    name: string,
    { dataStream: isStream = false, ...given }: IndexSettings,
  ): Promise<void> => {
    const settings = { ...given, settings: { ...ENOUGH_FIELDS, ...given.settings } };
    made.push({ name, isStream });
    if (isStream) {
      await client.transport.request({
        method: 'PUT',
        path: `/_index_template/${name}`,
        body: { index_patterns: [name], data_stream: {}, priority: 1_000, template: settings },
      });
      await client.indices.createDataStream({ name });
    } else {
      await client.transport.request({ method: 'PUT', path: `/${name}`, body: settings });
    }
  };
  return {
    client,
    isReal: true,
    faults: null,
    double: null,
    connect,
    unique: uniquely(),
    createIndex: create,
    createSecurityAlertIndex: (spaceId) =>
      create(alertIndexName(spaceId), securityAlertIndex(spaceId)),
    index: async (name, documents) => {
      const { errors, items } = await client.bulk({
        index: name,
        refresh: true,
        operations: documents.flatMap(({ _id: id, _source: source }) => [
          { create: id === undefined ? {} : { _id: id } },
          source,
        ]),
      });
      if (errors) {
        const failed = items.find(({ create }) => create?.error);
        throw new Error(`Documents for ${name} were refused: ${JSON.stringify(failed)}`);
      }
    },
    deleteAll: async () => {
      for (const { name, isStream } of made) {
        if (isStream) {
          await client.indices.deleteDataStream({ name });
          await client.indices.deleteIndexTemplate({ name });
        } else {
          await client.indices.delete({ index: name, ignore_unavailable: true });
        }
      }
      await Promise.all(clients.map((one) => one.close()));
    },
  };
};

const credentials = (): Pick<ClientOptions, 'auth'> => {
  const { ES_API_KEY: apiKey, ES_USER: username, ES_PASSWORD: password = '' } = process.env;
  if (apiKey !== undefined) {
    return { auth: { apiKey } };
  }
  return username === undefined ? {} : { auth: { username, password } };
};
