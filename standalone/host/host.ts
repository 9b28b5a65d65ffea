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
import { searchAgainFrom } from './rule_progress';
import { Scheduler } from './scheduler';
import { StateDatabase } from './state/state_database';
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

/** What the host says of itself, `GET /internal/recently_compiled_host/status`. */
export interface HostStatus {
  readonly time: {
    readonly source: TimeSource['kind'];
    readonly now: string;
    readonly explanation: string;
  };
  readonly events: {
    readonly source: 'files' | 'elasticsearch';
    /** Null where they are in a cluster. */
    readonly count: number | null;
    readonly from: string | null;
    readonly to: string | null;
  };
}

/** The plugin over events and state of its own. */
export class Host {
  private constructor(
    private readonly options: HostOptions,
    private readonly database: StateDatabase,
    private readonly events: EventStore,
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
    const kibana = startLocalKibana({ database, createClient, time, logger });
    const { alerting, runner } = kibana;
    const scheduler: Scheduler = new Scheduler({
      alerting,
      runner,
      time,
      prepare: (id) => {
        if (!alerting.tasks.has(id) && events.earliest !== undefined) {
          searchAgainFrom(alerting, id, events.earliest);
        }
      },
      ended: async (id, result) => {
        await database.flush();
        onRun(result);
        if (waiting(result) > 0) {
          scheduler.soon(id);
        }
      },
    });
    return new Host(options, database, events, time, kibana, scheduler);
  }

  /** Whether the folder for its state was empty when it started. */
  get isNew(): boolean {
    return this.database.isNew;
  }

  /** From here on rules run by themselves. */
  run(): void {
    this.scheduler.start();
  }

  /** Takes events in, and lets rules search them. */
  async addEvents(documents: readonly EventDocument[]): Promise<Added> {
    const result = this.events.add(documents);
    const { earliest } = result;
    if (earliest !== undefined) {
      for (const id of this.kibana.alerting.tasks.keys()) {
        searchAgainFrom(this.kibana.alerting, id, earliest);
      }
      await this.database.flush();
    }
    return result;
  }

  /** Lets all rules that are on run now. */
  runRules(): void {
    for (const { id } of this.kibana.alerting.savedObjects.all('alert')) {
      this.scheduler.soon(id);
    }
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

/** Brings the alerts back, and keeps those that come. */
const restoreAlerts = ({ store }: MemoryEngine, database: StateDatabase): void => {
  const index = store.create(alertIndexName('default'), securityAlertIndex('default'));
  for (const [id, source] of database.load<Source>('alerts')) {
    writeDocument(index, id, source, true);
  }
  index.onChange = (id, source) => database.record('alerts', id, source);
};
