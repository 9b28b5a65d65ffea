// SPDX-License-Identifier: Apache-2.0
import { Client, type ClientOptions } from '@elastic/elasticsearch';
import { Users, type User, type UserRights } from '../../../standalone/elasticsearch/access/users';
import { endpoints } from '../../../standalone/elasticsearch/endpoints/registry';
import { Scripts } from '../../../standalone/elasticsearch/endpoints/update_by_query';
import { Faults } from './faults';
import type { EsRequest } from '../../../standalone/elasticsearch/http/endpoint';
import { listen, type LoggedRequest } from './http/server';
import {
  alertIndexName,
  securityAlertIndex,
} from '../../../standalone/elasticsearch/security_alert_index';
import {
  Store,
  type IndexSettings,
  type Source,
  type StoredIndex,
} from '../../../standalone/elasticsearch/store/store';
import { writeDocument } from '../../../standalone/elasticsearch/store/write_document';

/** A document to be indexed; `_id` is made up where it is missing. */
export interface DoubleDocument {
  readonly _id?: string;
  readonly _source: Source;
}

export interface ElasticsearchDouble {
  readonly url: string;
  readonly faults: Faults;
  readonly scripts: Scripts;
  /** Every request so far, oldest first; the client's own check of the product is not among them. */
  readonly requests: LoggedRequest[];
  /** Runs before each request is carried out; set it to change things midway. */
  before: (endpoint: string, request: EsRequest) => void | Promise<void>;
  /** What `now` means in queries, milliseconds since 1970; the clock unless set. */
  now: () => number;
  /** False: documents are found only after a refresh, as in a real cluster. True unless set. */
  refreshAtOnce: boolean;
  createIndex(name: string, settings: IndexSettings): StoredIndex;
  /** The alert index of a space and its aliases, as Security makes them. */
  createSecurityAlertIndex(spaceId: string): StoredIndex;
  deleteIndex(name: string): void;
  /** Writes past privileges and faults. Throws where a document does not fit the mapping. */
  index(name: string, documents: readonly DoubleDocument[]): void;
  /** What an index, a data stream or an alias holds, in the order of writing. */
  documents(name: string): { _id: string; _index: string; _source: Source }[];
  user(name: string, rights: UserRights): User;
  /** A real client; without a user it is a superuser. */
  client(user?: User, options?: ClientOptions): Client;
  close(): Promise<void>;
}

/** Starts an Elasticsearch in memory on a free port of 127.0.0.1. */
export const startElasticsearchDouble = async (): Promise<ElasticsearchDouble> => {
  const store = new Store();
  const users = new Users();
  const faults = new Faults();
  const scripts = new Scripts();
  const requests: LoggedRequest[] = [];
  const clients: Client[] = [];
  const { server, port } = await listen({
    endpoints: endpoints(scripts),
    users,
    faults,
    context: { store, now: () => double.now() },
    log: (request) => {
      requests.push(request);
    },
    before: (endpoint, request) => double.before(endpoint, request),
  });
  const url = `http://127.0.0.1:${port}`;
  const double: ElasticsearchDouble = {
    url,
    faults,
    scripts,
    requests,
    before: () => undefined,
    now: () => Date.now(),
    get refreshAtOnce() {
      return store.refreshAtOnce;
    },
    set refreshAtOnce(value: boolean) {
      store.refreshAtOnce = value;
    },
    createIndex: (name, settings) => store.create(name, settings),
    createSecurityAlertIndex: (spaceId) =>
      store.create(alertIndexName(spaceId), securityAlertIndex(spaceId)),
    deleteIndex: (name) => store.remove(name),
    index: (name, documents) => {
      const index = store.needWriteIndex(name);
      for (const { _id: id, _source: source } of documents) {
        writeDocument(index, id ?? store.newId(), source, true);
      }
    },
    documents: (name) =>
      holding(store, name).flatMap((index) =>
        [...index.documents.values()].map(({ id, source }) => ({
          _id: id,
          _index: index.name,
          _source: source,
        })),
      ),
    user: (name, rights) => users.add(name, rights),
    client: (user, options) => {
      const client = new Client({
        node: url,
        ...(user && { auth: { apiKey: apiKeyOf(user) } }),
        ...options,
      });
      clients.push(client);
      return client;
    },
    close: async () => {
      await Promise.all(clients.map((client) => client.close()));
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return double;
};

const holding = (store: Store, name: string): readonly StoredIndex[] => {
  const index = store.indices.get(name);
  return index ? [index] : (store.dataStreams.get(name) ?? store.withAlias(name));
};

/** What stands after `ApiKey` in the Authorization header of this user. */
export const apiKeyOf = ({ name }: User): string => Buffer.from(`${name}:key`).toString('base64');
