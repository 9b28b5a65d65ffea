// SPDX-License-Identifier: Apache-2.0
import {
  buildAlerts,
  type LineageFacts,
  type SecurityRule,
  type SourceEvent,
} from '../../common/alerts';
import { DEFAULT_RULE_PARAMS } from '../../common/rule';
import { registerFeature } from '../../server/feature';
import type { KibanaFeature } from '../../server/kibana_contracts';
import { kibanaVersion } from '../../server/kibana_version';
import type { EventOrigin } from '../../server/readiness/event_origin';
import { registerRoutes } from '../../server/routes/register_routes';
import { createRuleType } from '../../server/rule_type/rule_type';
import { ElasticsearchEventIndex } from '../../server/search/elasticsearch_event_index';
import { ElasticsearchLineageSearch } from '../../server/search/elasticsearch_lineage_search';
import { ElasticsearchSequenceSearch } from '../../server/search/elasticsearch_sequence_search';
import { EVENT_MAPPING } from '../../standalone/elasticsearch/event_mapping';
import {
  startElasticsearchDouble,
  type ElasticsearchDouble,
} from '../doubles/elasticsearch/elasticsearch_double';
import {
  startKibanaDouble,
  type KibanaDouble,
  type KibanaOptions,
} from '../doubles/kibana/kibana_double';
import { userWith, type KibanaUser } from '../../standalone/kibana/kibana_user';
import { chainEvents, STREAMS, type Chain } from '../executor/chains';
import { recordedRule } from '../kibana/recorded_alerts';

/** When everything in these tests happens. */
export const NOW = Date.parse('2026-11-24T12:00:00.000Z');

export const ALERTS = '.alerts-security.alerts-default';

/** Anything that JSON holds. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Body = any;

export interface KibanaWithPlugin {
  readonly elasticsearch: ElasticsearchDouble;
  readonly kibana: KibanaDouble;
  readonly feature: KibanaFeature;
  /** Holds our feature and may read events and alerts, no more. */
  readonly analyst: KibanaUser;
  readonly manager: KibanaUser;
  /** Calls one of our routes; the path begins after the base of all. */
  call(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    parts?: Parameters<KibanaDouble['core']['http']['call']>[2],
  ): Promise<{ readonly status: number; readonly body: Body }>;
  /** Writes the events of chains; answers with them, chain by chain. */
  happen(...chains: readonly Chain[]): SourceEvent[][];
  /** Writes the alerts of our rule for the events of chains; answers with the ids of the shells. */
  alert(chains: readonly (readonly (SourceEvent | null)[])[], changes?: AlertChanges): string[];
  close(): Promise<void>;
}

interface AlertChanges {
  readonly rule?: SecurityRule;
  readonly at?: number;
  readonly status?: string;
  /** Raised by Elastic's own executor: nothing says that we have found it. */
  readonly byElastic?: boolean;
  /** What lineage knows of it, where that has found it. */
  readonly lineage?: LineageFacts;
}

const LIMITS = { requestTimeout: 30_000 };

/** A Kibana that runs the feature, the rule type and the routes of the plugin, over an Elasticsearch. */
export const startKibanaWithPlugin = async ({
  origin = 'agents',
  ...options
}: Omit<KibanaOptions, 'elasticsearch'> & {
  readonly origin?: EventOrigin;
} = {}): Promise<KibanaWithPlugin> => {
  const elasticsearch = await startElasticsearchDouble();
  elasticsearch.now = () => NOW;
  const kibana = startKibanaDouble({ elasticsearch, now: () => NOW, ...options });
  const version = kibanaVersion(kibana.version);
  registerFeature(kibana.features.setup, version);
  kibana.alerting.setup.registerType(createRuleType(undefined as never));
  registerRoutes(kibana.core.setup.http.createRouter(), {
    version,
    logger: kibana.initializerContext.logger.get(),
    now: () => NOW,
    wallTime: () => NOW,
    origin,
    getStartServices: () => kibana.core.setup.getStartServices(),
    createSequenceSearch: (client) => new ElasticsearchSequenceSearch(client, LIMITS),
    createLineageSearch: (client) => new ElasticsearchLineageSearch(client, LIMITS),
    createEventIndex: (client) => new ElasticsearchEventIndex(client, LIMITS),
  });
  const feature = [...kibana.features.features.values()][0] as KibanaFeature;
  const events = { names: ['logs-endpoint.events.*'], privileges: ['read'] } as const;
  const reader = elasticsearch.user('analyst', {
    indices: [events, { names: ['.alerts-security.alerts-*'], privileges: ['read'] }],
  });
  const writer = elasticsearch.user('manager', {
    indices: [
      events,
      { names: ['.alerts-security.alerts-*'], privileges: ['read', 'write', 'maintenance'] },
    ],
  });
  for (const stream of STREAMS) {
    elasticsearch.createIndex(stream, { mappings: EVENT_MAPPING, dataStream: true });
  }
  elasticsearch.createSecurityAlertIndex('default');
  return {
    elasticsearch,
    kibana,
    feature,
    analyst: userWith('analyst', [{ feature, privilege: 'read' }], reader),
    manager: userWith('manager', [{ feature, privilege: 'all' }], writer),
    call: (method, path, parts) =>
      kibana.core.http.call(method, `/internal/recently_compiled/${path}`, parts),
    happen: (...chains) =>
      chains.map((chain) =>
        chainEvents(chain).map(([stream, document]) => {
          elasticsearch.index(stream, [document]);
          const stored = elasticsearch.documents(stream).find(({ _id: id }) => id === document._id);
          return stored as SourceEvent;
        }),
      ),
    alert: (chains, changes = {}) =>
      chains.map((chain) => {
        const { rule = ourRule(), at = NOW, status = 'open', byElastic = false, lineage } = changes;
        const { blocks, shell } = buildAlerts(
          chain,
          rule,
          {
            now: at,
            spaceId: 'default',
            kibanaVersion: kibana.version,
            executionId: 'run-1',
            address: { basePath: '', publicBaseUrl: undefined },
            ...(!byElastic && { finder: { uuid: 'ours', name: 'Recently Compiled' } }),
          },
          lineage,
        );
        const documents = [...blocks, byElastic ? withoutFacts(shell) : shell];
        elasticsearch.index(
          ALERTS,
          documents.map(({ _id, _source }) => ({
            _id,
            _source: { ..._source, 'kibana.alert.workflow_status': status },
          })),
        );
        return shell._id;
      }),
    close: () => elasticsearch.close(),
  };
};

/** A Security rule that our alerts are written under. */
export const ourRule = (): SecurityRule => ({ ...recordedRule(), uuid: 'security-rule-1' });

/** Elastic's executor keeps in shells what all events have in common; that is neither of these. */
const withoutFacts = <T extends { readonly _source: Readonly<Record<string, unknown>> }>(
  shell: T,
): T => {
  const { process: _p, file: _f, destination: _d, ...others } = shell._source;
  return { ...shell, _source: others };
};

/** Puts a rule of Security into Kibana. */
export const putSecurityRule = (
  kibana: KibanaDouble,
  id: string,
  changes: Readonly<Record<string, unknown>> = {},
): void =>
  kibana.savedObjects.put({
    id,
    type: 'alert',
    attributes: {
      name: 'Network Connection via Recently Compiled Executable',
      alertTypeId: 'siem.eqlRule',
      consumer: 'siem',
      enabled: true,
      createdAt: '2026-11-24T11:00:00.000Z',
      updatedAt: '2026-11-24T11:00:00.000Z',
      ...changes,
    },
  });

/** Our parameters as the rule stores them. */
export const STORED_PARAMS = { ...DEFAULT_RULE_PARAMS, version: 2, securityRuleId: null };
