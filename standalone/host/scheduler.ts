// SPDX-License-Identifier: Apache-2.0
import { AsyncLocalStorage } from 'node:async_hooks';
import { durationMs } from '../../common/rule';
import type { Alerting } from '../kibana/alerting';
import type { RuleRunner, RunResult } from '../kibana/rule_runner';
import type { TimeSource } from './time_source';

/** How often it looks whether a rule is due, in milliseconds. */
const LOOK_EVERY = 500;

export interface SchedulerOptions {
  readonly alerting: Alerting;
  readonly runner: RuleRunner;
  readonly time: TimeSource;
  /** Called before each run. */
  readonly prepare: (ruleId: string) => void;
  /** Called after each run; what it answers with is waited for. */
  readonly ended: (ruleId: string, result: RunResult) => Promise<void>;
}

/** What a rule that is stored says of itself. */
interface ScheduledRule {
  readonly id: string;
  readonly enabled: boolean;
  readonly createdAt: string;
  readonly schedule: { readonly interval: string };
}

/** Runs rules that are on, each at once and then in its interval, one after the other. */
export class Scheduler {
  /** When rules were last begun, by the clock of this computer; a rule that is made again has its id again. */
  private readonly begun = new Map<string, { readonly at: number; readonly createdAt: string }>();
  private readonly wanted = new Set<string>();
  private isStopping = false;
  /** Of the run that is under way. */
  private abandon = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  /** A run belongs to nobody's request, so it has none of its context. */
  private readonly apart = AsyncLocalStorage.snapshot();

  constructor(private readonly options: SchedulerOptions) {}

  start(): void {
    const { alerting } = this.options;
    alerting.onRunSoon = (id) => this.soon(id);
    alerting.nextRunOf = (id) => this.nextRun(id);
    this.timer = setInterval(() => this.look(), LOOK_EVERY);
    this.timer.unref();
    this.look();
  }

  /** Lets a rule run as soon as nothing else runs. */
  soon(id: string): void {
    this.wanted.add(id);
    this.apart(() => this.look());
  }

  /** Gives up what runs, and begins nothing more. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.isStopping = true;
    this.abandon.abort();
    await this.running;
  }

  private look(): void {
    const { alerting } = this.options;
    for (const { id, attributes } of alerting.savedObjects.all('alert')) {
      const rule = { ...(attributes as unknown as Omit<ScheduledRule, 'id'>), id };
      if (!rule.enabled) {
        this.begun.delete(id);
        this.wanted.delete(id);
      } else if (this.wanted.has(id) || this.isDue(rule)) {
        this.run(rule);
      }
    }
  }

  /** When a rule that is on runs next by itself, by the clock of this computer. */
  private nextRun(id: string): Date | undefined {
    const found = this.options.alerting.savedObjects.find('alert', id);
    if (!found) {
      return undefined;
    }
    const next = this.dueAt({ ...(found.attributes as unknown as Omit<ScheduledRule, 'id'>), id });
    return next === undefined ? undefined : new Date(next);
  }

  private isDue(rule: ScheduledRule): boolean {
    const next = this.dueAt(rule);
    return next === undefined || Date.now() >= next;
  }

  /** Undefined for a rule that has not been begun. */
  private dueAt({ id, createdAt, schedule }: ScheduledRule) {
    const begun = this.begun.get(id);
    return begun?.createdAt === createdAt
      ? begun.at + (durationMs(schedule.interval) ?? 0)
      : undefined;
  }

  private run({ id, createdAt }: ScheduledRule): void {
    const { alerting } = this.options;
    if (alerting.running.size > 0 || this.isStopping) {
      return;
    }
    this.begun.set(id, { at: Date.now(), createdAt });
    this.wanted.delete(id);
    // Marked at once, so that nothing else begins before it really runs.
    alerting.running.add(id);
    this.running = this.execute(id);
  }

  private async execute(id: string): Promise<void> {
    const { prepare, ended } = this.options;
    prepare(id);
    const result = await this.inItsTime(id);
    await ended(id, result);
    this.look();
  }

  private async inItsTime(id: string): Promise<RunResult> {
    const { runner, time } = this.options;
    const startedAt = new Date(time.now());
    const end = time.begin();
    this.abandon = new AbortController();
    try {
      return await runner.run(id, {
        startedAt,
        shouldStop: () => this.isStopping,
        abandon: this.abandon.signal,
      });
    } finally {
      end();
    }
  }
}
