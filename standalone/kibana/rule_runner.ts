// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import type {
  ElasticsearchClient,
  Logger,
  RuleExecutorOptions,
  RuleExecutorServices,
} from '../../server/kibana_contracts';
import { toRule, type Alerting, type StoredRule } from './alerting';
import { clientOfRun } from './client_of_run';
import {
  AlertReports,
  RunReport,
  type RunMetrics,
  type ScheduledAction,
} from './executor_services';
import { superuser, type KibanaUser } from './kibana_user';
import type { SavedObjectsClient } from './saved_objects';
import { textOf } from './text_of';

export interface RunnerOptions {
  readonly alerting: Alerting;
  /** A client with the rights of a user; without one, of the user that Kibana runs as. Closed after each run. */
  readonly client: (user: KibanaUser | undefined) => ElasticsearchClient;
  /** The saved objects that the executor gets; those of the owner unless told. */
  readonly scopedSavedObjects?: (
    user: KibanaUser,
    spaceId: string,
    hiddenTypes: readonly string[],
  ) => SavedObjectsClient;
  /** `8.12.2` unless told; from 9 on the services have the shape of 9.x. */
  readonly version?: string;
  readonly spaceId?: string;
  /** `xpack.alerting.rules.run.alerts.max`. */
  readonly maxAlerts?: number;
  readonly logger: Logger;
}

export interface RunOptions {
  readonly startedAt: Date;
  /** Asked by `shouldStopExecution`; false unless told. */
  readonly shouldStop?: () => boolean;
  /** When it is aborted the run is given up: nothing of it is kept, and its clients are cut off. */
  readonly abandon?: AbortSignal;
}

export interface RunResult {
  readonly outcome: 'succeeded' | 'warning' | 'failed' | 'abandoned';
  /** As `lastRun.outcomeMsg` shows them. */
  readonly messages: readonly string[];
  readonly warnings: readonly string[];
  readonly metrics: RunMetrics;
  readonly scheduledActions: readonly ScheduledAction[];
  /** What the next run gets. */
  readonly state: Readonly<Record<string, unknown>>;
  readonly error?: unknown;
}

/** The clients of a run, and what ends their searches with it. */
interface Connections {
  readonly clients: ElasticsearchClient[];
  readonly over: AbortSignal;
}

interface TaskState {
  readonly alertTypeState?: Readonly<Record<string, unknown>>;
  readonly previousStartedAt?: string | null;
}

const MAX_ALERTS =
  'Rule reported more than the maximum number of alerts in a single run. Alerts may be missed and recovery notifications may be delayed';

/**
 * Runs rules as one Kibana's task runner does. Two runners over one `Alerting` are two nodes: they share
 * rules and task state, and the one that ends last decides what the state is.
 */
export class RuleRunner {
  private readonly version: string;
  private readonly spaceId: string;

  constructor(private readonly options: RunnerOptions) {
    this.version = options.version ?? '8.12.2';
    this.spaceId = options.spaceId ?? 'default';
  }

  /** Runs a rule once. A run that fails is a result, not an exception. */
  async run(ruleId: string, run: RunOptions): Promise<RunResult> {
    const { alerting } = this.options;
    const before = this.taskState(ruleId);
    const report = new RunReport();
    const begun = performance.now();
    const reports = new AlertReports(this.options.maxAlerts ?? 1000);
    alerting.running.add(ruleId);
    const clients: ElasticsearchClient[] = [];
    const over = new AbortController();
    try {
      const execution = this.execute(ruleId, run, before, report, reports, {
        clients,
        over: over.signal,
      });
      const ended = await Promise.race([execution, abandonedBy(run.abandon)]);
      if (ended === 'abandoned') {
        // The executor may go on for a moment, like a request that is on its way; nobody listens.
        execution.catch(() => undefined);
        return this.result(ruleId, 'abandoned', [], report, reports);
      }
      this.keep(ruleId, {
        ...(ended.state && { alertTypeState: ended.state }),
        previousStartedAt: run.startedAt.toISOString(),
      });
      return this.finish(ruleId, run, report, reports, begun);
    } catch (error) {
      // A run that failed leaves the state, and the time of the last good start, as they were.
      return this.finish(ruleId, run, report, reports, begun, error);
    } finally {
      alerting.running.delete(ruleId);
      over.abort();
      await Promise.all(clients.map((client) => client.close()));
    }
  }

  private async execute(
    ruleId: string,
    run: RunOptions,
    { alertTypeState = {}, previousStartedAt }: TaskState,
    report: RunReport,
    reports: AlertReports,
    connections: Connections,
  ): Promise<{ readonly state: Readonly<Record<string, unknown>> | undefined }> {
    const { alerting } = this.options;
    const stored = alerting.storedRule(ruleId, this.spaceId);
    const { alertTypeId, enabled, params } = stored.attributes;
    const ruleType = alerting.ruleTypes.get(alertTypeId);
    if (!enabled || !ruleType) {
      throw new Error(
        enabled
          ? `Rule type "${alertTypeId}" is not registered.`
          : 'Rule failed to execute because rule ran after it was disabled.',
      );
    }
    const options: RuleExecutorOptions = {
      executionId: randomUUID(),
      services: this.services(ruleId, run, report, reports, connections),
      params: alerting.validated(alertTypeId, params),
      state: alertTypeState,
      startedAt: run.startedAt,
      previousStartedAt: typeof previousStartedAt === 'string' ? new Date(previousStartedAt) : null,
      spaceId: this.spaceId,
      ...(this.spaceId !== 'default' && { namespace: this.spaceId }),
      rule: ruleOf(stored, ruleType.producer, ruleType.name),
      logger: this.options.logger.get(alertTypeId, ruleId),
      ...this.others(run),
    };
    try {
      const { state } = await ruleType.executor(options);
      reports.checkLimitUsage();
      return { state };
    } catch (error) {
      if (reports.hasReachedLimit) {
        // The framework takes this run for a success that returned no state.
        return { state: undefined };
      }
      throw error;
    }
  }

  private services(
    ruleId: string,
    { shouldStop = () => false, abandon }: RunOptions,
    report: RunReport,
    reports: AlertReports,
    { clients, over }: Connections,
  ): RuleExecutorServices {
    const { alerting } = this.options;
    const owner = alerting.ownerOf(ruleId) ?? superuser();
    const savedObjects =
      this.options.scopedSavedObjects ?? alerting.savedObjects.scoped.bind(alerting.savedObjects);
    const connect = (user: KibanaUser | undefined): ElasticsearchClient => {
      const client = this.options.client(user);
      clients.push(client);
      abandon?.addEventListener('abort', () => void client.close(), { once: true });
      return clientOfRun(client, over);
    };
    return {
      scopedClusterClient: { asCurrentUser: connect(owner), asInternalUser: connect(undefined) },
      savedObjectsClient: savedObjects(owner, this.spaceId, ['alert', 'action']),
      alertFactory: reports.factory,
      shouldWriteAlerts: () => true,
      shouldStopExecution: shouldStop,
      ruleMonitoringService: report.monitoring,
      ruleResultService: report.result,
      ...(this.isVersion9
        ? {
            getDataViews: unsupported('getDataViews'),
            getSearchSourceClient: unsupported('getSearchSourceClient'),
            getMaintenanceWindowIds: async () => [],
          }
        : { alertsClient: null, dataViews: {}, searchSourceClient: {}, uiSettingsClient: {} }),
    };
  }

  /** Members of the executor's options that only one of the versions has. */
  private others({ startedAt }: RunOptions): Readonly<Record<string, unknown>> {
    const common = {
      flappingSettings: { enabled: true, lookBackWindow: 20, statusChangeThreshold: 4 },
      getTimeRange: (window = '0s') => timeRange(window),
    };
    return this.isVersion9
      ? {
          ...common,
          startedAtOverridden: false,
          isServerless: false,
          ruleExecutionTimeout: '5m',
          executionStart: startedAt,
        }
      : common;
  }

  private get isVersion9(): boolean {
    return Number(this.version.split('.')[0]) >= 9;
  }

  private taskState(ruleId: string): TaskState {
    const task = this.options.alerting.tasks.get(ruleId);
    return task ? (JSON.parse(task.state) as TaskState) : {};
  }

  private keep(ruleId: string, state: TaskState): void {
    this.options.alerting.tasks.set(ruleId, { state: JSON.stringify(state) });
  }

  /** Writes what the run was like to the rule, as Stack Management shows it. */
  private finish(
    ruleId: string,
    { startedAt }: RunOptions,
    report: RunReport,
    reports: AlertReports,
    begun: number,
    error?: unknown,
  ): RunResult {
    const { alerting } = this.options;
    const duration = Math.round(performance.now() - begun);
    const failed = error !== undefined || report.errors.length > 0;
    const warned = report.warnings.length > 0 || reports.hasReachedLimit;
    const outcome = failed ? 'failed' : warned ? 'warning' : 'succeeded';
    const messages =
      error === undefined
        ? [
            ...(reports.hasReachedLimit ? [MAX_ALERTS] : []),
            ...(report.outcomeMessage === '' ? [] : [report.outcomeMessage]),
          ]
        : [textOf(error)];
    const timestamp = startedAt.toISOString();
    const stored = alerting.savedObjects.find('alert', ruleId);
    if (stored) {
      const attributes = {
        ...stored.attributes,
        lastRun: {
          outcome,
          outcomeMsg: messages.length > 0 ? messages : null,
          warning: null,
          alertsCount: {
            active: reports.scheduled.length,
            new: reports.scheduled.length,
            recovered: 0,
            ignored: 0,
          },
        },
        executionStatus: {
          status: failed ? 'error' : warned ? 'warning' : 'ok',
          lastExecutionDate: timestamp,
          lastDuration: duration,
          error: failed ? { reason: 'execute', message: messages.join(',') } : null,
          warning: null,
        },
        monitoring: {
          run: {
            history: [
              ...historyOf(stored.attributes),
              { success: !failed, timestamp: startedAt.getTime(), duration },
            ].slice(-200),
            last_run: { timestamp, metrics: { duration, ...report.metrics } },
          },
        },
      };
      alerting.savedObjects.put({ ...stored, attributes });
    }
    const log = alerting.runs.get(ruleId) ?? [];
    const status = failed ? 'failure' : 'success';
    log.push({ id: randomUUID(), timestamp, status, message: messages.join('\n') });
    alerting.runs.set(ruleId, log);
    return this.result(ruleId, outcome, messages, report, reports, error);
  }

  private result(
    ruleId: string,
    outcome: RunResult['outcome'],
    messages: readonly string[],
    report: RunReport,
    reports: AlertReports,
    error?: unknown,
  ): RunResult {
    return {
      outcome,
      messages,
      warnings: report.warnings,
      metrics: report.metrics,
      // Actions are started after the run, if it comes to its end.
      scheduledActions: outcome === 'abandoned' || error !== undefined ? [] : reports.scheduled,
      state: this.taskState(ruleId).alertTypeState ?? {},
      ...(error !== undefined && { error }),
    };
  }
}

const abandonedBy = (signal: AbortSignal | undefined): Promise<'abandoned'> =>
  new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve('abandoned');
    }
    signal?.addEventListener('abort', () => resolve('abandoned'), { once: true });
  });

const unsupported = (name: string) => (): never => {
  throw new Error(`The runner of rules has no ${name}`);
};

const ruleOf = (
  stored: StoredRule,
  producer: string,
  ruleTypeName: string,
): RuleExecutorOptions['rule'] => {
  const { params: _, alertTypeId: ruleTypeId, ...rule } = toRule(stored);
  return { ...rule, ...{ producer, ruleTypeId, ruleTypeName } };
};

const historyOf = (attributes: Readonly<Record<string, unknown>>): readonly unknown[] => {
  const monitoring = attributes['monitoring'] as { run?: { history?: unknown[] } } | undefined;
  return monitoring?.run?.history ?? [];
};

/** By the clock, not by the start of the run. */
const timeRange = (window: string): { dateStart: string; dateEnd: string } => {
  const [, count = '0', unit = 's'] = /^(\d+)([smhd])$/.exec(window) ?? [];
  const width = Number(count) * ({ s: 1, m: 60, h: 3_600, d: 86_400 }[unit] ?? 1) * 1_000;
  const end = Date.now();
  return {
    dateStart: new Date(end - width).toISOString(),
    dateEnd: new Date(end).toISOString(),
  };
};
