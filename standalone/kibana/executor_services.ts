// SPDX-License-Identifier: Apache-2.0
import type { RuleExecutorServices } from '../../server/kibana_contracts';

export interface ScheduledAction {
  readonly alertId: string;
  readonly group: string;
  readonly context: Readonly<Record<string, unknown>>;
}

type AlertFactory = RuleExecutorServices['alertFactory'];

/** The alerts that a run reports to the framework, up to a limit. */
export class AlertReports {
  readonly scheduled: ScheduledAction[] = [];
  private created = 0;
  private asked = false;
  private told = false;
  private reached = false;

  constructor(private readonly limit: number) {}

  readonly factory: AlertFactory = {
    create: (alertId) => {
      if (this.created >= this.limit) {
        this.reached = true;
        throw new Error(`Rule reported more than ${this.limit} alerts.`);
      }
      this.created += 1;
      return {
        scheduleActions: (group, context) => {
          if (this.scheduled.some((one) => one.alertId === alertId)) {
            throw new Error(
              'Alert instance execution has already been scheduled, cannot schedule twice',
            );
          }
          this.scheduled.push({ alertId, group, context });
          return undefined;
        },
      };
    },
    alertLimit: {
      getValue: () => {
        this.asked = true;
        return this.limit;
      },
      setLimitReached: (reached) => {
        this.told = true;
        this.reached = reached;
      },
    },
  };

  get hasReachedLimit(): boolean {
    return this.reached;
  }

  /** Throws where the run asked for the limit and never said whether it reached it. */
  checkLimitUsage(): void {
    if (this.asked && !this.told) {
      throw new Error(
        'Rule has not reported whether alert limit has been reached after requesting limit value!',
      );
    }
  }
}

export interface RunMetrics {
  total_search_duration_ms: number | null;
  total_indexing_duration_ms: number | null;
  total_alerts_detected: number | null;
  total_alerts_created: number | null;
  gap_duration_s: number | null;
}

/** What a run says of itself. */
export class RunReport {
  readonly metrics: RunMetrics = {
    total_search_duration_ms: null,
    total_indexing_duration_ms: null,
    total_alerts_detected: null,
    total_alerts_created: null,
    gap_duration_s: null,
  };
  readonly errors: string[] = [];
  readonly warnings: string[] = [];
  /** The last one set counts. */
  outcomeMessage = '';

  readonly monitoring: NonNullable<RuleExecutorServices['ruleMonitoringService']> = {
    setLastRunMetricsTotalSearchDurationMs: (value) => {
      this.metrics.total_search_duration_ms = value;
    },
    setLastRunMetricsTotalIndexingDurationMs: (value) => {
      this.metrics.total_indexing_duration_ms = value;
    },
    setLastRunMetricsTotalAlertsDetected: (value) => {
      this.metrics.total_alerts_detected = value;
    },
    setLastRunMetricsTotalAlertsCreated: (value) => {
      this.metrics.total_alerts_created = value;
    },
    setLastRunMetricsGapDurationS: (value) => {
      this.metrics.gap_duration_s = value;
    },
  };

  readonly result = {
    addLastRunError: (message: string): void => {
      this.errors.push(message);
    },
    addLastRunWarning: (message: string): void => {
      this.warnings.push(message);
    },
    setLastRunOutcomeMessage: (message: string): void => {
      this.outcomeMessage = message;
    },
  } satisfies NonNullable<RuleExecutorServices['ruleResultService']> & {
    addLastRunError: (message: string) => void;
  };
}
