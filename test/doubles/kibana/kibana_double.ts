// SPDX-License-Identifier: Apache-2.0
import type { SetupPlugins, StartPlugins } from '../../../server/kibana_contracts';
import { KIBANA_SYSTEM } from '../../../standalone/elasticsearch/access/users';
import type { ElasticsearchDouble } from '../elasticsearch/elasticsearch_double';
import { Alerting } from '../../../standalone/kibana/alerting';
import { Core } from '../../../standalone/kibana/core';
import { ExecutorHarness, type HarnessOptions } from './executor_harness';
import { FeaturesDouble } from './features';
import { FleetDouble } from './fleet';
import { superuser, type KibanaUser } from '../../../standalone/kibana/kibana_user';
import { Lists } from '../../../standalone/kibana/lists';
import { recordingLogger, type LogLine } from './logger';
import {
  SavedObjectStore,
  type SavedObjectsClient,
} from '../../../standalone/kibana/saved_objects';
import { securityStart } from './security';
import { spacesStart } from './spaces';

export interface KibanaOptions {
  readonly elasticsearch: ElasticsearchDouble;
  /** `8.12.2` unless told. */
  readonly version?: string;
  readonly publicBaseUrl?: string;
  /** `xpack.alerting.rules.run.timeout`; types have their own unless told. */
  readonly runTimeout?: string;
  /** Optional plugins that are not there. */
  readonly without?: readonly ('lists' | 'fleet' | 'spaces' | 'security')[];
  readonly now?: () => number;
}

/** One Kibana with all that a plugin of ours is given. */
export interface KibanaDouble {
  readonly version: string;
  readonly core: Core;
  readonly alerting: Alerting;
  readonly features: FeaturesDouble;
  readonly lists: Lists;
  readonly fleet: FleetDouble;
  readonly savedObjects: SavedObjectStore;
  readonly setupPlugins: SetupPlugins;
  readonly startPlugins: StartPlugins;
  readonly initializerContext: {
    readonly env: { readonly packageInfo: { readonly version: string } };
    readonly logger: ReturnType<typeof recordingLogger>;
  };
  readonly log: readonly LogLine[];
  /** Another node's task runner over the same rules and state. */
  harness(options?: Partial<HarnessOptions>): ExecutorHarness;
}

export const startKibanaDouble = ({
  elasticsearch,
  version = '8.12.2',
  publicBaseUrl,
  runTimeout,
  without = [],
  now = () => Date.now(),
}: KibanaOptions): KibanaDouble => {
  const savedObjects = new SavedObjectStore();
  const owners = new WeakMap<object, { user: KibanaUser | undefined; spaceId: string }>();
  const scopedSavedObjects = (
    user: KibanaUser,
    spaceId: string,
    hiddenTypes: readonly string[],
  ): SavedObjectsClient => {
    const client = savedObjects.scoped(user, spaceId, hiddenTypes);
    owners.set(client, { user, spaceId });
    return client;
  };
  const lists = new Lists(
    (client) => owners.get(client) ?? { user: undefined, spaceId: 'default' },
    now,
  );
  const alerting = new Alerting(savedObjects, version, now);
  alerting.runTimeout = runTimeout;
  if (without.includes('fleet')) {
    // Security depends on plugins that depend on Fleet, and it is Security that registers the context of its alerts.
    alerting.contextInitialization = async (context) => ({
      result: false,
      error: `Error getting initialized status for context ${context} - context has not been registered.`,
    });
  }
  const features = new FeaturesDouble();
  const fleet = new FleetDouble((one) => owners.get(one as object)?.user ?? superuser());
  const has = (name: 'lists' | 'fleet' | 'spaces' | 'security'): boolean => !without.includes(name);
  const kibanaSystem = elasticsearch.user('kibana_system', KIBANA_SYSTEM);
  const client = (user: KibanaUser | undefined) =>
    elasticsearch.client(user ? user.elasticsearch : kibanaSystem);
  const startPlugins: StartPlugins = {
    alerting: alerting.start,
    ...(has('fleet') && { fleet: fleet.start }),
    ...(has('spaces') && { spaces: spacesStart }),
    ...(has('security') && { security: securityStart }),
  };
  const core = new Core({
    version,
    client,
    savedObjects,
    scopedSavedObjects,
    ...(publicBaseUrl !== undefined && { publicBaseUrl }),
    lists: has('lists') ? lists : undefined,
    startPlugins: () => startPlugins,
  });
  const log: LogLine[] = [];
  const logger = recordingLogger(log);
  return {
    version,
    core,
    alerting,
    features,
    lists,
    fleet,
    savedObjects,
    setupPlugins: {
      alerting: alerting.setup,
      features: features.setup,
      ...(has('lists') && { lists: lists.setup }),
    },
    startPlugins,
    initializerContext: { env: { packageInfo: { version } }, logger },
    log,
    harness: (options = {}) =>
      new ExecutorHarness({ alerting, client, version, logger, scopedSavedObjects, ...options }),
  };
};
