// SPDX-License-Identifier: Apache-2.0
import type { Client } from '@elastic/elasticsearch';
import type { EventDocument } from '../../common/search';
import { parseRunState } from '../../server/rule_type/executor/run_state';
import type { Logger } from '../../server/kibana_contracts';
import { MemoryEngine } from '../elasticsearch/memory_engine';
import { alertIndexName, securityAlertIndex } from '../elasticsearch/security_alert_index';
import type { Source } from '../elasticsearch/store/store';
import { writeDocument } from '../elasticsearch/store/write_document';
import type { RunResult } from '../kibana/rule_runner';
import { clusterClient, memoryClient, type ClusterAddress } from './cluster';
import { EventStore, type Added } from './events/event_store';
import { startLocalKibana, type LocalKibana } from './local_kibana';
import type { HostStatus } from './host_status';
import { searchAgainFrom, UnsearchedEvents } from './rule_progress';
import { Scheduler } from './scheduler';
import { StateDatabase } from './state/state_database';
import { StateError } from './state/state_error';
import { CLOCK_TIME, recordingTime, type TimeSource } from './time_source';

export interface HostOptions {
  readonly dataFolder: string;
  /** Events come while the host runs, so that now is the time of this computer. */
  readonly live: boolean;
  /** Where events are read; undefined for those that `addEvents` is given. */
  readonly cluster: ClusterAddress | undefined;
  readonly logger: Logger;
  readonly onRun: (result: RunResult) => void;
}

/** The plugin over events and state of its own. */
export class Host {
  private runs = 0;

  private constructor(
    private readonly options: HostOptions,
    private readonly database: StateDatabase,
    private readonly events: EventStore,
    private readonly unsearched: UnsearchedEvents,
    private readonly time: TimeSource,
    private readonly kibana: LocalKibana,
    private readonly scheduler: Scheduler,
  ) {}

  /** Throws a `StateError` where the data folder can not be used. */
  static async start(options: HostOptions): Promise<Host> {
    const { cluster, live, logger, onRun } = options;
    const database = await StateDatabase.open(options.dataFolder, (message) =>
      logger.warn(message),
    );
    const engine: MemoryEngine = new MemoryEngine({
      now: () => time.now(),
      settle: () => database.flush(),
    });
    const events = new EventStore(engine.store);
    const time: TimeSource = live || cluster ? CLOCK_TIME : recordingTime(() => events.latest);
    restoreAlerts(engine, database);
    const createClient = (): Client =>
      cluster ? clusterClient(cluster, engine) : memoryClient(engine);
    const kibana = startLocalKibana({
      database,
      createClient,
      time,
      origin: cluster ? 'cluster' : live ? 'files' : 'recording',
      logger,
    });
    const { alerting, runner } = kibana;
    const unsearched = new UnsearchedEvents();
    const scheduler: Scheduler = new Scheduler({
      alerting,
      runner,
      time,
      prepare: (id) => {
        const came = unsearched.take(id);
        const from = alerting.tasks.has(id) ? came : events.earliest;
        if (from !== undefined) {
          searchAgainFrom(alerting, id, from);
        }
      },
      ended: async (id, result) => {
        if (!(await isWritten(database))) {
          return;
        }
        host.runs += 1;
        onRun(result);
        if (waiting(result) > 0) {
          scheduler.soon(id);
        }
      },
    });
    const host: Host = new Host(options, database, events, unsearched, time, kibana, scheduler);
    return host;
  }

  /** Whether the folder for its state was empty when it started. */
  get isNew(): boolean {
    return this.database.isNew;
  }

  /** Rejects with a `StateError` when the state can not be written any more. */
  get broken(): Promise<never> {
    return this.database.broken;
  }

  /** From here on rules run by themselves. */
  run(): void {
    this.scheduler.start();
  }

  /** Takes events in, and lets rules search them. */
  addEvents(documents: readonly EventDocument[]): Added {
    const result = this.events.add(documents);
    const { earliest } = result;
    if (earliest !== undefined) {
      this.unsearched.add(this.ruleIds(), earliest);
    }
    return result;
  }

  /** Lets all rules that are on run now. */
  runRules(): void {
    this.ruleIds().forEach((id) => this.scheduler.soon(id));
  }

  private ruleIds(): string[] {
    return this.kibana.alerting.savedObjects.all('alert').map(({ id }) => id);
  }

  /** Calls a route of the plugin; what it has changed is safe when it answers. */
  async call(...request: Parameters<LocalKibana['core']['http']['call']>) {
    const answer = await this.kibana.core.http.call(...request);
    await this.database.flush();
    return answer;
  }

  status(): HostStatus {
    const { count, earliest, latest } = this.events;
    const iso = (time: number | undefined): string | null =>
      time === undefined ? null : new Date(time).toISOString();
    const isRemote = this.options.cluster !== undefined;
    return {
      time: {
        source: this.time.kind,
        now: new Date(this.time.now()).toISOString(),
        explanation: this.time.explanation(),
      },
      events: {
        source: isRemote ? 'elasticsearch' : 'files',
        count: isRemote ? null : count,
        from: iso(earliest),
        to: iso(latest),
      },
      rules: { runs: this.runs },
    };
  }

  async stop(): Promise<void> {
    await this.scheduler.stop();
    await this.kibana.close();
    await this.database.close();
  }
}

/** How many alerts a run has left to the next one, as its most alerts were written. */
const waiting = ({ outcome, state }: RunResult): number =>
  outcome === 'failed' ? 0 : (parseRunState(state)?.lastRun?.waiting ?? 0);

/** False where it can not be written, which `broken` tells of. */
const isWritten = async (database: StateDatabase): Promise<boolean> => {
  try {
    await database.flush();
    return true;
  } catch (error) {
    if (error instanceof StateError) {
      return false;
    }
    throw error;
  }
};

/** Brings the alerts back, and keeps those that come. */
const restoreAlerts = ({ store }: MemoryEngine, database: StateDatabase): void => {
  const index = store.create(alertIndexName('default'), securityAlertIndex('default'));
  for (const [id, source] of database.load<Source>('alerts')) {
    writeDocument(index, id, source, true);
  }
  index.onChange = (id, source) => database.record('alerts', id, source);
};
