// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import { i18n } from '@kbn/i18n';
import type {
  AlertingSetup,
  AlertingStart,
  RulesClient,
  RuleType,
  SanitizedRule,
} from '../../server/kibana_contracts';
import { Boom } from './boom';
import { checkActions } from './check_actions';
import { checkRuleType } from './check_rule_type';
import type { Access, KibanaUser } from './kibana_user';
import { senderOf } from './request';
import { compileRuleFilter } from './rule_filter';
import type { SavedObjectStore, StoredObject } from './saved_objects';
import { textOf } from './text_of';

/** The task of a rule: what survives from one run to the next. */
export interface RuleTask {
  /** One JSON string, as in the task document. */
  readonly state: string;
}

export type RuleAttributes = Readonly<Record<string, unknown>> & {
  readonly alertTypeId: string;
  readonly consumer: string;
  readonly enabled: boolean;
  readonly params: Readonly<Record<string, unknown>>;
};

/** An entry of a rule's execution log. */
export interface LoggedRun {
  readonly id: string;
  readonly timestamp: string;
  readonly status: 'success' | 'failure';
  readonly message: string;
}

export interface FullRulesClient extends RulesClient {
  getExecutionLogForRule(request: {
    id: string;
  }): Promise<{ total: number; data: readonly LoggedRun[] }>;
}

/** The ids that Kibana 8.12 takes for objects with encrypted parts (`UUID_REGEX` in its saved objects). */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Kibana's alerting plugin: rule types, rules (saved objects of type `alert`), and their tasks. */
export class Alerting {
  readonly ruleTypes = new Map<string, RuleType>();
  /** `xpack.alerting.rules.run.timeout`, which goes before the timeouts of types. */
  runTimeout: string | undefined;
  readonly tasks: Map<string, RuleTask>;
  /** Told when somebody wants a rule to run soon. */
  onRunSoon: (ruleId: string) => void = () => undefined;
  /** When a rule runs next; undefined where that is not known. */
  nextRunOf: (ruleId: string) => Date | undefined = () => undefined;
  readonly runs = new Map<string, LoggedRun[]>();
  /** Rules that somebody asked to be run soon, in the order of asking. */
  readonly runSoonRequests: string[] = [];
  /** Rules that run at the moment. */
  readonly running = new Set<string>();
  /** Contexts and spaces whose alert index somebody waited for. */
  readonly contextsAwaited: { readonly context: string; readonly spaceId: string }[] = [];
  /** What the wait for an alert index answers with. */
  contextInitialization: (
    context: string,
    spaceId: string,
  ) => Promise<{ result: boolean; error?: string }> = async () => ({ result: true });

  constructor(
    readonly savedObjects: SavedObjectStore,
    private readonly version: string,
    private readonly now: () => number = () => Date.now(),
    tasks = new Map<string, RuleTask>(),
  ) {
    this.tasks = tasks;
  }

  get isVersion9(): boolean {
    return Number(this.version.split('.')[0]) >= 9;
  }

  readonly setup: AlertingSetup = {
    registerType: (ruleType) => {
      if (this.ruleTypes.has(ruleType.id)) {
        throw new Error(`Rule type "${ruleType.id}" is already registered.`);
      }
      if (this.runTimeout !== undefined) {
        Object.assign(ruleType, { ruleTaskTimeout: this.runTimeout });
      }
      checkRuleType(ruleType, this.isVersion9);
      this.ruleTypes.set(ruleType.id, ruleType);
    },
    frameworkAlerts: {
      getContextInitializationPromise: (context, spaceId) => {
        this.contextsAwaited.push({ context, spaceId });
        return this.contextInitialization(context, spaceId);
      },
    },
  };

  readonly start: AlertingStart = {
    getRulesClientWithRequest: (request) => {
      const { user, spaceId } = senderOf(request);
      const client = this.rulesClient(user, spaceId);
      return this.isVersion9 ? Promise.resolve(client) : client;
    },
  };

  /** A rule with the time of its next run, as whoever runs the rules has it. */
  private scheduled(rule: SanitizedRule): SanitizedRule {
    const nextRun = this.nextRunOf(rule.id);
    return nextRun === undefined ? rule : { ...rule, nextRun };
  }

  rulesClient(user: KibanaUser, spaceId = 'default'): FullRulesClient {
    const allowed = (
      { alertTypeId, consumer }: Pick<RuleAttributes, 'alertTypeId' | 'consumer'>,
      access: Access,
      operation: string,
    ): void => {
      if (!user.mayUseRule(alertTypeId, consumer, access)) {
        throw new Boom(403, `Unauthorized by "${consumer}" to ${operation} "${alertTypeId}" rule`);
      }
    };
    /** Actions are started through connectors, which take the privilege of another feature. */
    const allowedConnectors = (actions: unknown, operation: 'get' | 'execute'): void => {
      const hasActions = Array.isArray(actions) && actions.length > 0;
      if (hasActions && !user.mayUseSavedObject('action', 'read')) {
        throw new Boom(403, `Unauthorized to ${operation} actions`);
      }
    };
    const read = (id: string, access: Access, operation: string): StoredRule => {
      const rule = this.storedRule(id, spaceId);
      allowed(rule.attributes, access, operation);
      return rule;
    };
    const change = (id: string, changes: Readonly<Record<string, unknown>>): SanitizedRule => {
      const rule = this.storedRule(id, spaceId);
      const attributes = {
        ...rule.attributes,
        ...changes,
        updatedBy: user.name,
        updatedAt: this.time(),
      };
      this.savedObjects.put({ ...rule, attributes });
      return toRule({ ...rule, attributes });
    };
    return {
      create: async ({ data, options }) => {
        const id = options?.id ?? randomUUID();
        allowed(data, 'all', 'create');
        const params = this.validated(data.alertTypeId, data.params);
        if (!UUID.test(id)) {
          throw new Boom(
            400,
            'Predefined IDs are not allowed for saved objects with encrypted attributes unless the ID is a UUID.: Bad Request',
          );
        }
        if (this.savedObjects.find('alert', id)) {
          throw new Boom(409, `Saved object [alert/${id}] conflict`);
        }
        const attributes: RuleAttributes = {
          ...data,
          params,
          legacyId: null,
          createdBy: user.name,
          updatedBy: user.name,
          createdAt: this.time(),
          updatedAt: this.time(),
          apiKeyOwner: data.enabled ? user.name : null,
          throttle: null,
          notifyWhen: null,
          muteAll: false,
          mutedInstanceIds: [],
          snoozeSchedule: [],
          revision: 0,
          running: false,
          executionStatus: {
            status: 'pending',
            lastExecutionDate: this.time(),
            error: null,
            warning: null,
          },
          ...(data.enabled && { scheduledTaskId: id }),
        };
        const rule = { id, type: 'alert', attributes, references: [], namespaces: [spaceId] };
        this.savedObjects.put(rule);
        this.owners.set(id, user);
        return toRule(rule);
      },
      get: async ({ id }) => this.scheduled(toRule(read(id, 'read', 'get'))),
      find: async ({ options: { filter, perPage, page = 1 } }) => {
        const matches = compileRuleFilter(filter);
        const found = (this.savedObjects.all('alert') as unknown as StoredRule[]).filter(
          ({ namespaces, attributes }) =>
            namespaces.includes(spaceId) &&
            user.mayUseRule(attributes.alertTypeId, attributes.consumer, 'read') &&
            matches(attributes),
        );
        const data = found
          .slice((page - 1) * perPage, page * perPage)
          .map((rule) => this.scheduled(toRule(rule)));
        return { total: found.length, data, page, perPage };
      },
      update: async ({ id, data }) => {
        const { attributes } = read(id, 'all', 'update');
        const params = this.validated(attributes.alertTypeId, data.params);
        allowedConnectors(data.actions, 'get');
        checkActions(data);
        this.owners.set(id, user);
        return withoutMonitoring(
          change(id, { ...data, params, revision: Number(attributes['revision'] ?? 0) + 1 }),
        );
      },
      enable: async ({ id }) => {
        const { attributes } = read(id, 'all', 'enable');
        allowedConnectors(attributes['actions'], 'execute');
        if (!attributes.enabled) {
          change(id, { enabled: true, scheduledTaskId: id, apiKeyOwner: user.name });
          this.owners.set(id, user);
        }
      },
      disable: async ({ id }) => {
        const { attributes } = read(id, 'all', 'disable');
        change(id, { enabled: false, nextRun: null });
        // Alert instances end with the rule; where the framework keeps none, the state stays.
        if (this.ruleTypes.get(attributes.alertTypeId)?.autoRecoverAlerts !== false) {
          this.tasks.delete(id);
        }
      },
      delete: async ({ id }) => {
        read(id, 'all', 'delete');
        this.savedObjects.remove('alert', id);
        this.tasks.delete(id);
        return {};
      },
      runSoon: async ({ id }) => {
        const { attributes } = read(id, 'read', 'runSoon');
        allowedConnectors(attributes['actions'], 'execute');
        if (!attributes.enabled) {
          return i18n.translate('recentlyCompiled.host.kibana.ruleDisabled', {
            defaultMessage: 'Error running rule: rule is disabled',
          });
        }
        if (this.running.has(id)) {
          return i18n.translate('recentlyCompiled.host.kibana.ruleRunning', {
            defaultMessage: 'Rule is already running',
          });
        }
        this.runSoonRequests.push(id);
        this.onRunSoon(id);
        return undefined;
      },
      getAlertState: async ({ id }) => {
        read(id, 'read', 'getRuleState');
        const task = this.tasks.get(id);
        return task && (JSON.parse(task.state) as { alertTypeState?: Record<string, unknown> });
      },
      getExecutionLogForRule: async ({ id }) => {
        read(id, 'read', 'getExecutionLog');
        const data = this.runs.get(id) ?? [];
        return { total: data.length, data };
      },
    };
  }

  private readonly owners = new Map<string, KibanaUser>();

  /** Whose API key a rule runs with: of whoever created, updated or enabled it last. */
  ownerOf(ruleId: string): KibanaUser | undefined {
    return this.owners.get(ruleId);
  }

  storedRule(id: string, spaceId: string): StoredRule {
    const rule = this.savedObjects.find('alert', id);
    if (!rule?.namespaces.includes(spaceId)) {
      throw new Boom(404, `Saved object [alert/${id}] not found`);
    }
    return rule as unknown as StoredRule;
  }

  /** What the params become. Throws 400 for a type that is not registered and for params that it refuses. */
  validated(ruleTypeId: string, params: unknown): Readonly<Record<string, unknown>> {
    const ruleType = this.ruleTypes.get(ruleTypeId);
    if (!ruleType) {
      throw new Boom(400, `Rule type "${ruleTypeId}" is not registered.`);
    }
    try {
      return ruleType.validate.params.validate(params) as Readonly<Record<string, unknown>>;
    } catch (error) {
      throw new Boom(400, `params invalid: ${textOf(error)}`);
    }
  }

  private time(): string {
    return new Date(this.now()).toISOString();
  }
}

export type StoredRule = StoredObject & { readonly attributes: RuleAttributes };

/** An update answers with what Kibana's public API tells (`fieldsToExcludeFromPublicApi` of alerting). */
const withoutMonitoring = ({ monitoring: _, ...rule }: SanitizedRule): SanitizedRule => rule;

/** A rule as the rules client shows it: times are dates, the API key is left out. */
export const toRule = ({ id, attributes }: StoredRule): SanitizedRule => {
  const { createdAt, updatedAt, nextRun, executionStatus, ...others } = JSON.parse(
    JSON.stringify(attributes),
  ) as Record<string, unknown> & { executionStatus?: { lastExecutionDate: string } };
  delete others['apiKey'];
  return {
    id,
    ...others,
    createdAt: new Date(createdAt as string),
    updatedAt: new Date(updatedAt as string),
    ...(executionStatus && {
      executionStatus: {
        ...executionStatus,
        lastExecutionDate: new Date(executionStatus.lastExecutionDate),
      },
    }),
    nextRun: typeof nextRun === 'string' ? new Date(nextRun) : null,
  } as unknown as SanitizedRule;
};
