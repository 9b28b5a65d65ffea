// SPDX-License-Identifier: Apache-2.0
import type { Client } from '@elastic/elasticsearch';
import type { Logger, StartPlugins } from '../../server/kibana_contracts';
import { RecentlyCompiledPlugin } from '../../server/plugin';
import type { EventOrigin } from '../../server/readiness/event_origin';
import { SYSTEM_CLOCK } from '../../server/retry';
import { Alerting, type RuleTask } from '../kibana/alerting';
import { Core } from '../kibana/core';
import type { StoredItem, StoredList } from '../kibana/exception_lists';
import { Lists } from '../kibana/lists';
import { RuleRunner } from '../kibana/rule_runner';
import { SavedObjectStore, type VersionedObject } from '../kibana/saved_objects';
import { RecordedMap } from './state/recorded_map';
import type { StateDatabase } from './state/state_database';
import type { TimeSource } from './time_source';

/** The version whose contracts the host keeps. */
export const KIBANA_VERSION = '8.12.2';

const REQUEST_TIMEOUT = 180_000;
const SPACE = 'default';

export interface LocalKibanaOptions {
  readonly database: StateDatabase;
  readonly createClient: () => Client;
  readonly time: TimeSource;
  readonly origin: EventOrigin;
  readonly logger: Logger;
}

export interface LocalKibana {
  readonly core: Core;
  readonly alerting: Alerting;
  readonly runner: RuleRunner;
  close(): Promise<void>;
}

/** The real plugin in as much of a Kibana as it needs: one space, one user, neither Fleet nor Security. */
export const startLocalKibana = ({
  database,
  createClient,
  time,
  origin,
  logger,
}: LocalKibanaOptions): LocalKibana => {
  const savedObjects = storedSavedObjects(database);
  const tasks = new RecordedMap<RuleTask>(database.load('tasks'), (id, task) =>
    database.record('tasks', id, task),
  );
  const alerting = new Alerting(savedObjects, KIBANA_VERSION, Date.now, tasks);
  const lists = new Lists(() => ({ user: undefined, spaceId: SPACE }));
  lists.exceptions.restore(
    [...database.load<StoredList>('lists').values()],
    [...database.load<StoredItem>('list_items').values()],
  );
  lists.exceptions.onChange = (kind, id, value) =>
    database.record(kind === 'list' ? 'lists' : 'list_items', id, value);
  const clients: Client[] = [];
  const startPlugins: StartPlugins = { alerting: alerting.start };
  const core = new Core({
    version: KIBANA_VERSION,
    client: () => {
      const client = createClient();
      clients.push(client);
      return client;
    },
    savedObjects,
    scopedSavedObjects: (user, spaceId, hidden) => savedObjects.scoped(user, spaceId, hidden),
    lists,
    startPlugins: () => startPlugins,
  });
  const plugin = new RecentlyCompiledPlugin(
    { env: { packageInfo: { version: KIBANA_VERSION } }, logger },
    { requestTimeout: REQUEST_TIMEOUT, clock: { ...SYSTEM_CLOCK, now: time.now }, origin },
  );
  plugin.setup(core.setup, {
    alerting: alerting.setup,
    // Nobody grants anything here.
    features: { registerKibanaFeature: () => undefined },
    lists: lists.setup,
  });
  const runner = new RuleRunner({
    alerting,
    client: createClient,
    version: KIBANA_VERSION,
    logger,
    scopedSavedObjects: (user, spaceId, hidden) => savedObjects.scoped(user, spaceId, hidden),
  });
  return {
    core,
    alerting,
    runner,
    close: async () => {
      await Promise.all(clients.map((client) => client.close()));
    },
  };
};

const storedSavedObjects = (database: StateDatabase): SavedObjectStore => {
  const savedObjects = new SavedObjectStore();
  savedObjects.restore(database.load<VersionedObject>('saved_objects').values());
  savedObjects.onChange = (key, object) => database.record('saved_objects', key, object);
  return savedObjects;
};
