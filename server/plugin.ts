// SPDX-License-Identifier: Apache-2.0
import { registerFeature } from './feature';
import { kibanaVersion } from './kibana_version';
import { SYSTEM_CLOCK, type Clock } from './retry';
import type {
  CoreSetup,
  CoreStart,
  ListsSetup,
  Logger,
  PluginInitializerContext,
  SetupPlugins,
  StartPlugins,
} from './kibana_contracts';
import { whatIsOff } from './optional_plugins';
import { createRuleType } from './rule_type/rule_type';
import { kibanaPorts } from './rule_type/kibana_ports';
import type { EventOrigin } from './readiness/event_origin';
import { registerRoutes } from './routes/register_routes';
import { ElasticsearchEventIndex } from './search/elasticsearch_event_index';
import { ElasticsearchLineageSearch } from './search/elasticsearch_lineage_search';
import { ElasticsearchSequenceSearch } from './search/elasticsearch_sequence_search';

/** What tests and other hosts than Kibana set otherwise. */
export interface Surroundings {
  readonly clock: Clock;
  /** How long one request to Elasticsearch may take, in milliseconds. */
  readonly requestTimeout: number;
  /** Agents, unless told. */
  readonly origin?: EventOrigin;
}

const SURROUNDINGS: Surroundings = { clock: SYSTEM_CLOCK, requestTimeout: 180_000 };

/** How long people wait for a page, in milliseconds. */
const PATIENCE = 30_000;

/** The server side of the plugin, as Kibana starts and stops it. */
export class RecentlyCompiledPlugin {
  private readonly logger: Logger;
  private readonly version: string;
  private lists: ListsSetup | undefined;

  constructor(
    { env, logger }: PluginInitializerContext,
    private readonly surroundings: Surroundings = SURROUNDINGS,
  ) {
    this.logger = logger.get();
    this.version = env.packageInfo.version;
  }

  setup(core: CoreSetup, { alerting, features, lists }: SetupPlugins): void {
    const version = kibanaVersion(this.version);
    const { clock, requestTimeout, origin = 'agents' } = this.surroundings;
    const limits = { requestTimeout };
    const whilePeopleWait = { requestTimeout: Math.min(requestTimeout, PATIENCE) };
    registerFeature(features, version);
    registerRoutes(core.http.createRouter(), {
      version,
      logger: this.logger,
      now: () => clock.now(),
      wallTime: () => Date.now(),
      origin,
      getStartServices: () => core.getStartServices(),
      createSequenceSearch: (client) => new ElasticsearchSequenceSearch(client, whilePeopleWait),
      createLineageSearch: (client) => new ElasticsearchLineageSearch(client, whilePeopleWait),
      createEventIndex: (client) => new ElasticsearchEventIndex(client, whilePeopleWait),
    });
    const { serverBasePath: basePath, publicBaseUrl } = core.http.basePath;
    alerting.registerType(
      createRuleType({
        kibanaVersion: this.version,
        address: { basePath, publicBaseUrl },
        clock,
        portsFor: async (options, time) => {
          const [started] = await core.getStartServices();
          return kibanaPorts(options, time, { core: started, alerting, lists, limits, clock });
        },
      }),
    );
    this.lists = lists;
  }

  start(_core: CoreStart, { fleet, spaces, security }: StartPlugins): void {
    for (const line of whatIsOff({ lists: this.lists, fleet, spaces, security })) {
      this.logger.warn(line);
    }
  }

  stop(): void {}
}
