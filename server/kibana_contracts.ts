// SPDX-License-Identifier: Apache-2.0
// The members of Kibana that the server side calls, in the shapes of 8.12.2; where 9.x differs, both are
// optional and `kibana_version.ts` chooses.
import type { Client } from '@elastic/elasticsearch';

export type ElasticsearchClient = Client;

export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string | Error): void;
  get(...names: string[]): Logger;
}

export interface PluginInitializerContext {
  readonly env: { readonly packageInfo: { readonly version: string } };
  readonly logger: { get(...names: string[]): Logger };
}

// Elasticsearch and saved objects

export interface ScopedClusterClient {
  readonly asCurrentUser: ElasticsearchClient;
  readonly asInternalUser: ElasticsearchClient;
}

export interface SavedObjectReference {
  readonly name: string;
  readonly type: string;
  readonly id: string;
}

export interface SavedObject<T> {
  readonly id: string;
  readonly type: string;
  readonly attributes: T;
  readonly references: readonly SavedObjectReference[];
  readonly version?: string;
}

export interface SavedObjectsReader {
  get<T>(type: string, id: string, options?: { namespace?: string }): Promise<SavedObject<T>>;
}

export interface CoreStart {
  readonly elasticsearch: {
    readonly client: {
      readonly asInternalUser: ElasticsearchClient;
      asScoped(request: KibanaRequest): ScopedClusterClient;
    };
  };
  readonly savedObjects: {
    createInternalRepository(hiddenTypes?: string[]): SavedObjectsReader;
    getScopedClient(
      request: KibanaRequest,
      options?: { includedHiddenTypes?: string[] },
    ): SavedObjectsReader;
  };
}

export interface CoreSetup {
  readonly http: {
    readonly basePath: {
      /** Without the space. */
      readonly serverBasePath: string;
      readonly publicBaseUrl?: string;
    };
    createRouter(): Router;
  };
  getStartServices(): Promise<[CoreStart, StartPlugins, unknown]>;
}

// HTTP

export type HttpMethod = 'get' | 'post' | 'put' | 'delete';

export interface KibanaRequest {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly events: { readonly aborted$: { subscribe(listener: () => void): unknown } };
}

export interface KibanaResponseFactory {
  ok(options: { body: unknown }): unknown;
  /** Without `bypassErrorFormat` Kibana keeps the message only. */
  customError(options: { statusCode: number; body: unknown; bypassErrorFormat?: boolean }): unknown;
}

export interface RouteValidation {
  params: (value: unknown, result: ValidationResult) => unknown;
  query: (value: unknown, result: ValidationResult) => unknown;
  body: (value: unknown, result: ValidationResult) => unknown;
}

export interface ValidationResult {
  ok(value: unknown): unknown;
}

export interface RouteConfig {
  readonly path: string;
  readonly validate: RouteValidation;
  /** 8.12 authorises by tags, 9.x by `security`. */
  readonly options: { readonly tags: string[]; readonly access: 'internal' };
  readonly security?: { readonly authz: { readonly requiredPrivileges: string[] } };
}

export interface RequestHandlerContext {
  readonly core: Promise<{
    readonly elasticsearch: { readonly client: ScopedClusterClient };
    readonly savedObjects: { readonly client: SavedObjectsReader };
  }>;
  readonly lists?: Promise<{
    getExceptionListClient(): ExceptionListClient | null;
    getListClient(): ListClient;
  }>;
}

export type RequestHandler = (
  context: RequestHandlerContext,
  request: KibanaRequest,
  response: KibanaResponseFactory,
) => Promise<unknown>;

export type Router = Record<HttpMethod, (config: RouteConfig, handler: RequestHandler) => void>;

// Alerting

export interface SanitizedRule {
  readonly id: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly enabled: boolean;
  readonly consumer: string;
  readonly alertTypeId: string;
  readonly schedule: { readonly interval: string };
  readonly params: Readonly<Record<string, unknown>>;
  readonly actions: readonly unknown[];
  /** Of 9.x only. */
  readonly systemActions?: readonly unknown[];
  /** How often all actions are started, for a rule whose actions do not say so themselves. */
  readonly notifyWhen?: string | null;
  readonly throttle?: string | null;
  readonly createdBy: string | null;
  readonly updatedBy: string | null;
  readonly createdAt: Date | string;
  readonly updatedAt: Date | string;
  readonly revision?: number;
  readonly lastRun?: {
    readonly outcome: 'succeeded' | 'warning' | 'failed';
    readonly outcomeMsg?: readonly string[] | null;
    readonly alertsCount?: Readonly<Record<string, number>>;
  } | null;
  readonly executionStatus?: {
    readonly status: string;
    readonly lastExecutionDate: Date | string;
    readonly lastDuration?: number;
    readonly error?: { readonly reason: string; readonly message: string };
    readonly warning?: { readonly reason: string; readonly message: string };
  };
  readonly monitoring?: {
    readonly run: {
      readonly history: readonly {
        readonly success: boolean;
        readonly timestamp: number;
        readonly duration?: number;
      }[];
      readonly last_run?: {
        readonly timestamp: string;
        readonly metrics: Readonly<Record<string, number | null | undefined>>;
      };
    };
  };
  readonly nextRun?: Date | string | null;
  readonly running?: boolean | null;
}

export interface RulesClient {
  create(request: {
    data: {
      name: string;
      alertTypeId: string;
      consumer: string;
      enabled: boolean;
      tags: string[];
      params: Record<string, unknown>;
      schedule: { interval: string };
      actions: unknown[];
    };
    options?: { id?: string };
  }): Promise<SanitizedRule>;
  get(request: { id: string }): Promise<SanitizedRule>;
  find(request: {
    options: { filter: string; perPage: number; page?: number };
  }): Promise<{ total: number; data: SanitizedRule[] }>;
  update(request: {
    id: string;
    data: {
      name: string;
      tags: string[];
      params: Record<string, unknown>;
      schedule: { interval: string };
      actions: unknown[];
      systemActions?: unknown[];
      notifyWhen?: string;
      throttle?: string | null;
    };
  }): Promise<SanitizedRule>;
  enable(request: { id: string }): Promise<void>;
  disable(request: { id: string }): Promise<void>;
  /** What `enable` is called in 9.x. */
  enableRule?(request: { id: string }): Promise<void>;
  /** What `disable` is called in 9.x. */
  disableRule?(request: { id: string }): Promise<void>;
  delete(request: { id: string }): Promise<unknown>;
  /** Answers with text when the rule can not run now. */
  runSoon(request: { id: string }): Promise<string | undefined | void>;
  getAlertState(request: {
    id: string;
  }): Promise<{ readonly alertTypeState?: Readonly<Record<string, unknown>> } | undefined>;
}

export interface RuleExecutorServices {
  readonly scopedClusterClient: ScopedClusterClient;
  readonly savedObjectsClient: unknown;
  readonly alertFactory: {
    create(id: string): {
      scheduleActions(group: string, context: Readonly<Record<string, unknown>>): unknown;
    };
    readonly alertLimit: { getValue(): number; setLimitReached(reached: boolean): void };
  };
  shouldWriteAlerts(): boolean;
  shouldStopExecution(): boolean;
  readonly ruleMonitoringService?: {
    setLastRunMetricsTotalSearchDurationMs(duration: number): void;
    setLastRunMetricsTotalIndexingDurationMs(duration: number): void;
    setLastRunMetricsTotalAlertsDetected(count: number): void;
    setLastRunMetricsTotalAlertsCreated(count: number): void;
    setLastRunMetricsGapDurationS(duration: number): void;
  };
  readonly ruleResultService?: {
    addLastRunError(message: string): void;
    addLastRunWarning(message: string): void;
    setLastRunOutcomeMessage(message: string): void;
  };
}

export interface RuleExecutorOptions {
  readonly executionId: string;
  readonly services: RuleExecutorServices;
  readonly params: unknown;
  readonly state: Readonly<Record<string, unknown>>;
  readonly startedAt: Date;
  readonly previousStartedAt: Date | null;
  readonly spaceId: string;
  readonly namespace?: string;
  readonly rule: Omit<SanitizedRule, 'params' | 'alertTypeId'>;
  readonly logger: Logger;
}

export interface RuleType {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly producer: string;
  /** Read by 9.x only. */
  readonly solution: 'security';
  readonly actionGroups: readonly { readonly id: string; readonly name: string }[];
  readonly defaultActionGroupId: string;
  readonly minimumLicenseRequired: 'basic';
  readonly isExportable: boolean;
  readonly autoRecoverAlerts: boolean;
  readonly cancelAlertsOnRuleTimeout: boolean;
  readonly ruleTaskTimeout: string;
  readonly defaultScheduleInterval: string;
  readonly doesSetRecoveryContext: boolean;
  readonly validate: { readonly params: { validate(params: unknown): unknown } };
  readonly actionVariables: Readonly<
    Record<'context' | 'params', readonly { name: string; description: string }[]>
  >;
  getViewInAppRelativeUrl(options: { rule: { id: string } }): string;
  executor(options: RuleExecutorOptions): Promise<{ state: Record<string, unknown> }>;
}

export interface AlertingSetup {
  registerType(ruleType: RuleType): void;
  readonly frameworkAlerts: {
    getContextInitializationPromise(
      context: string,
      spaceId: string,
    ): Promise<{ result: boolean; error?: string }>;
  };
}

export interface AlertingStart {
  /** A promise in 9.x. */
  getRulesClientWithRequest(request: KibanaRequest): RulesClient | Promise<RulesClient>;
}

// Features

export interface FeaturePrivilege {
  readonly app: string[];
  readonly catalogue: string[];
  /** Sections of Stack Management with their pages. */
  readonly management?: Readonly<Record<string, string[]>>;
  readonly api: string[];
  readonly ui: string[];
  readonly savedObject: { readonly all: string[]; readonly read: string[] };
  readonly alerting: Readonly<
    Record<'rule' | 'alert', Readonly<Partial<Record<'all' | 'read', readonly unknown[]>>>>
  >;
}

/** Kibana refuses other members, and with them to start; a description is known to newer versions only. */
export interface KibanaFeature {
  readonly id: string;
  readonly name: string;
  readonly order: number;
  readonly category: {
    readonly id: string;
    readonly label: string;
    readonly order: number;
    readonly euiIconType: string;
  };
  readonly app: string[];
  readonly catalogue: string[];
  readonly management?: Readonly<Record<string, string[]>>;
  /** Ids of rule types in 8.12, `{ruleTypeId, consumers}` in 9.x. */
  readonly alerting: readonly unknown[];
  readonly privileges: { readonly all: FeaturePrivilege; readonly read: FeaturePrivilege };
}

export interface FeaturesSetup {
  registerKibanaFeature(feature: KibanaFeature): void;
}

// Lists

export interface ExceptionListItem {
  readonly id: string;
  readonly item_id: string;
  readonly list_id: string;
  readonly name: string;
  readonly description: string;
  readonly entries: readonly unknown[];
  readonly os_types: readonly string[];
  readonly tags: readonly string[];
  readonly comments: readonly Readonly<Record<string, unknown>>[];
  readonly meta?: unknown;
  readonly expire_time?: string;
  readonly namespace_type: 'single' | 'agnostic';
  readonly created_at: string;
  readonly created_by: string;
  readonly updated_at: string;
  readonly updated_by: string;
  readonly _version?: string;
}

export interface ExceptionListDescription {
  readonly id: string;
  readonly list_id: string;
  readonly type: string;
  readonly name: string;
  readonly namespace_type: 'single' | 'agnostic';
}

type Namespace = 'single' | 'agnostic';

/** Answers with null for what does not exist or may not be seen. */
export interface ExceptionListClient {
  getExceptionList(request: {
    id: undefined;
    listId: string;
    namespaceType: Namespace;
  }): Promise<ExceptionListDescription | null>;
  createExceptionList(request: {
    listId: string;
    name: string;
    description: string;
    type: 'detection';
    namespaceType: Namespace;
    immutable: boolean;
    meta: undefined;
    tags: string[];
    version: number;
  }): Promise<ExceptionListDescription>;
  findExceptionListItem(request: {
    listId: string;
    namespaceType: Namespace;
    page: number;
    perPage: number;
    filter: string | undefined;
    pit: undefined;
    search: undefined;
    searchAfter: undefined;
    sortField: string | undefined;
    sortOrder: 'asc' | 'desc' | undefined;
  }): Promise<{ data: ExceptionListItem[]; total: number } | null>;
  getExceptionListItem(request: {
    id: undefined;
    itemId: string;
    namespaceType: Namespace;
  }): Promise<ExceptionListItem | null>;
  createExceptionListItem(request: {
    listId: string;
    itemId: string;
    name: string;
    description: string;
    entries: unknown[];
    osTypes: string[];
    tags: string[];
    comments: { comment: string }[];
    meta: unknown;
    expireTime: string | undefined;
    namespaceType: Namespace;
    type: 'simple';
  }): Promise<ExceptionListItem>;
  /** Takes away what is not given, such as the end of the item's time. */
  updateOverwriteExceptionListItem(request: {
    _version: string | undefined;
    id: undefined;
    itemId: string;
    name: string;
    description: string;
    entries: unknown[];
    osTypes: string[];
    tags: string[];
    comments: { id?: string; comment: string }[];
    meta: unknown;
    expireTime: string | undefined;
    namespaceType: Namespace;
    type: 'simple';
  }): Promise<ExceptionListItem | null>;
  deleteExceptionListItem(request: {
    id: undefined;
    itemId: string;
    namespaceType: Namespace;
  }): Promise<ExceptionListItem | null>;
}

/** Value lists. */
export interface ListClient {
  getList(request: { id: string }): Promise<{ id: string; type: string } | null>;
  findAllListItems(request: {
    listId: string;
    filter: string;
    sortField: undefined;
    sortOrder: undefined;
  }): Promise<{ data: readonly { value: string }[]; total: number } | null>;
}

export interface ListsSetup {
  getExceptionListClient(
    savedObjectsClient: unknown,
    user: string,
    enableServerExtensionPoints?: boolean,
  ): ExceptionListClient;
  getListClient(client: ElasticsearchClient, spaceId: string, user: string): ListClient;
}

// Other plugins

export interface SpacesStart {
  readonly spacesService: { getSpaceId(request: KibanaRequest): string };
}

export interface SecurityStart {
  readonly authc: {
    getCurrentUser(request: KibanaRequest): { username: string; profile_uid?: string } | null;
  };
}

export interface FleetStart {
  readonly packageService: {
    asScoped(request: KibanaRequest): {
      getInstallation(
        name: string,
      ): Promise<{ version: string; install_status: string } | undefined>;
    };
  };
  readonly packagePolicyService: {
    list(
      savedObjectsClient: unknown,
      options: { kuery: string; perPage: number },
    ): Promise<{ items: readonly Readonly<Record<string, unknown>>[]; total: number }>;
  };
  readonly agentPolicyService: {
    list(
      savedObjectsClient: unknown,
      options: { perPage: number },
    ): Promise<{ items: readonly Readonly<Record<string, unknown>>[]; total: number }>;
  };
  readonly agentService: {
    asScoped(request: KibanaRequest): {
      listAgents(options: {
        kuery: string;
        perPage: number;
        showInactive: boolean;
      }): Promise<{ agents: readonly Readonly<Record<string, unknown>>[]; total: number }>;
    };
  };
}

export interface SetupPlugins {
  readonly alerting: AlertingSetup;
  readonly features: FeaturesSetup;
  readonly lists?: ListsSetup;
}

export interface StartPlugins {
  readonly alerting: AlertingStart;
  readonly fleet?: FleetStart;
  readonly spaces?: SpacesStart;
  readonly security?: SecurityStart;
}
