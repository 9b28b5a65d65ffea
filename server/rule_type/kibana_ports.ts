// SPDX-License-Identifier: Apache-2.0
import { SecurityAlertStore } from '../alert_store/security_alert_store';
import type { RequestLimits } from '../elasticsearch';
import { NO_EXCLUSIONS, type ExclusionSource } from '../exclusion_store/exclusion_source';
import { SecurityExclusionSource } from '../exclusion_store/security_exclusion_source';
import type {
  AlertingSetup,
  CoreStart,
  ListsSetup,
  RuleExecutorOptions,
} from '../kibana_contracts';
import {
  retryingEventIndex,
  retryingExclusionSource,
  retryingLineageSearch,
  retryingRuleSource,
  retryingSequenceSearch,
  type Clock,
} from '../retry';
import { ElasticsearchEventIndex } from '../search/elasticsearch_event_index';
import { ElasticsearchLineageSearch } from '../search/elasticsearch_lineage_search';
import { ElasticsearchSequenceSearch } from '../search/elasticsearch_sequence_search';
import { SavedObjectRuleSource } from '../security_rules/saved_object_rule_source';
import type { RunPorts } from './executor/run_ports';
import type { RunTime } from './run_time';

export interface KibanaPortsOptions {
  readonly core: CoreStart;
  readonly alerting: AlertingSetup;
  /** Undefined where Kibana runs without the lists plugin. */
  readonly lists: ListsSetup | undefined;
  readonly limits: RequestLimits;
  readonly clock: Clock;
}

const ALERTS_CONTEXT = 'security';

/** A run in Kibana: events and exclusions are read as the rule's owner, alerts are written as Kibana itself. */
export const kibanaPorts = (
  { services, spaceId, rule }: RuleExecutorOptions,
  time: RunTime,
  { core, alerting, lists, limits, clock }: KibanaPortsOptions,
): RunPorts => {
  const retry = { deadline: time.deadline, clock };
  const owner = services.scopedClusterClient.asCurrentUser;
  return {
    search: retryingSequenceSearch(new ElasticsearchSequenceSearch(owner, limits), retry),
    lineage: retryingLineageSearch(new ElasticsearchLineageSearch(owner, limits), retry),
    events: retryingEventIndex(new ElasticsearchEventIndex(owner, limits), retry),
    alerts: new SecurityAlertStore({
      client: core.elasticsearch.client.asInternalUser,
      spaceId,
      ensureIndex: () =>
        alerting.frameworkAlerts.getContextInitializationPromise(ALERTS_CONTEXT, spaceId),
      limits,
      retry,
    }),
    exclusions: lists
      ? retryingExclusionSource(exclusionsOf(lists, { services, spaceId, rule }), retry)
      : NO_EXCLUSIONS,
    securityRules: retryingRuleSource(
      new SavedObjectRuleSource(core.savedObjects.createInternalRepository(['alert'])),
      time.signal,
      retry,
    ),
    now: () => clock.now(),
  };
};

/** Where a rule has no known owner, Security takes this name, too. */
const NOBODY = 'elastic';

const exclusionsOf = (
  lists: ListsSetup,
  { services, spaceId, rule }: Pick<RuleExecutorOptions, 'services' | 'spaceId' | 'rule'>,
): ExclusionSource => {
  const owner = rule.updatedBy ?? NOBODY;
  return new SecurityExclusionSource(
    lists.getExceptionListClient(services.savedObjectsClient, owner),
    lists.getListClient(services.scopedClusterClient.asCurrentUser, spaceId, owner),
  );
};
