// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { DEFAULT_RULE_PARAMS, type RuleParams } from '../../common/rule';
import type { AlertAccess } from '../alerts_reader/alert_access';
import type { UserAccess } from '../elasticsearch/ask_as_user';
import type { ExclusionStore } from '../exclusion_store/exclusion_store';
import { SecurityExclusionStore } from '../exclusion_store/security_exclusion_store';
import { Failure } from '../failure';
import type {
  CoreStart,
  ElasticsearchClient,
  KibanaRequest,
  Logger,
  RequestHandlerContext,
  RulesClient,
  StartPlugins,
} from '../kibana_contracts';
import type { KibanaVersion } from '../kibana_version';
import { paramsOf } from '../own_rule/describe_rule';
import { findOwnRule } from '../own_rule/find_own_rule';
import { RuleManager } from '../own_rule/rule_manager';
import type { EventOrigin } from '../readiness/event_origin';
import { fleetAccess, type FleetAccess } from '../readiness/fleet_access';
import type { EventIndex } from '../search/event_index';
import type { Searches } from '../search/find_sequences';
import type { LineageSearch } from '../search/lineage_search';
import type { SequenceSearch } from '../search/sequence_search';
import { rulesClient } from './rules_client';

/** What routes need of the plugin, for as long as Kibana runs. */
export interface RouteDependencies {
  readonly version: KibanaVersion;
  readonly logger: Logger;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The same of the real world, where `now` may be the end of a recording. */
  readonly wallTime: () => number;
  readonly origin: EventOrigin;
  readonly getStartServices: () => Promise<[CoreStart, StartPlugins, unknown]>;
  /** All search with the rights of the client. */
  readonly createSequenceSearch: (client: ElasticsearchClient) => SequenceSearch;
  readonly createLineageSearch: (client: ElasticsearchClient) => LineageSearch;
  readonly createEventIndex: (client: ElasticsearchClient) => EventIndex;
}

/** What our rule says about where to look; the defaults where there is none that can be used. */
export interface RuleScope {
  /** The uuids under which our alerts are written. */
  readonly ruleUuids: readonly string[];
  readonly params: RuleParams;
  /** Null where it is linked with none. */
  readonly securityRuleId: string | null;
}

/** What one request can use, everything with the rights of whoever sent it. */
export interface RequestServices {
  readonly access: UserAccess;
  readonly spaceId: string;
  readonly now: () => number;
  readonly wallTime: () => number;
  readonly origin: EventOrigin;
  /** Security's id of the user's profile; null where there is none. */
  readonly userProfile: string | null;
  readonly rules: RulesClient;
  readonly ruleManager: RuleManager;
  readonly searches: Searches;
  readonly eventIndex: EventIndex;
  /** Undefined where the Fleet plugin is off. */
  readonly fleet: FleetAccess | undefined;
  /** Undefined where the lists plugin is off. */
  readonly exclusionsIfOn: ExclusionStore | undefined;
  /** Throws where the lists plugin is off. */
  readonly exclusions: ExclusionStore;
  readonly ruleScope: () => Promise<RuleScope>;
  readonly alertAccess: () => Promise<AlertAccess>;
}

interface Asked {
  readonly context: RequestHandlerContext;
  readonly request: KibanaRequest;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

const DEFAULT_SPACE = 'default';

export const requestServices = async (
  dependencies: RouteDependencies,
  { context, request, signal }: Asked,
): Promise<RequestServices> => {
  const { version, now, wallTime, origin } = dependencies;
  const { createSequenceSearch, createLineageSearch, createEventIndex } = dependencies;
  const [[, plugins], core, lists] = await Promise.all([
    dependencies.getStartServices(),
    context.core,
    context.lists,
  ]);
  const client = core.elasticsearch.client.asCurrentUser;
  const access = { client, signal };
  const spaceId = plugins.spaces?.spacesService.getSpaceId(request) ?? DEFAULT_SPACE;
  const rules = await rulesClient(plugins.alerting, request);
  const listClient = lists?.getExceptionListClient() ?? undefined;
  const exclusions =
    lists && listClient
      ? new SecurityExclusionStore({ lists: listClient, valueLists: lists.getListClient(), now })
      : undefined;
  const ruleScope = async (): Promise<RuleScope> => {
    const rule = await findOwnRule(rules);
    const params = rule && paramsOf(rule);
    const securityRuleId = params?.securityRuleId ?? null;
    return {
      ruleUuids: [...(rule ? [rule.id] : []), ...(securityRuleId === null ? [] : [securityRuleId])],
      params: params ?? DEFAULT_RULE_PARAMS,
      securityRuleId,
    };
  };
  return {
    access,
    spaceId,
    now,
    wallTime,
    origin,
    userProfile: plugins.security?.authc.getCurrentUser(request)?.profile_uid ?? null,
    rules,
    ruleManager: new RuleManager({ rules, version, spaceId }),
    searches: { search: createSequenceSearch(client), lineage: createLineageSearch(client) },
    eventIndex: createEventIndex(client),
    fleet: plugins.fleet && fleetAccess(plugins.fleet, request, core.savedObjects.client),
    exclusionsIfOn: exclusions,
    get exclusions() {
      if (!exclusions) {
        throw noLists();
      }
      return exclusions;
    },
    ruleScope,
    alertAccess: async () => ({ ...access, spaceId, ruleUuids: (await ruleScope()).ruleUuids }),
  };
};

const noLists = (): Failure =>
  new Failure('not_found', {
    message: i18n.translate('recentlyCompiled.failure.noLists', {
      defaultMessage: 'The lists plugin of Kibana is off, so that there are no exclusions',
    }),
    remedy: i18n.translate('recentlyCompiled.failure.noListsRemedy', {
      defaultMessage: 'Look into the log of Kibana for why it did not start',
    }),
  });
