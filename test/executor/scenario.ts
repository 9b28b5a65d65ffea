// SPDX-License-Identifier: Apache-2.0
import { RecentlyCompiledPlugin } from '../../server/plugin';
import { FEATURE_ID } from '../../server/rule_type/rule_type_id';
import type { DoubleDocument } from '../doubles/elasticsearch/elasticsearch_double';
import {
  startElasticsearchDouble,
  type ElasticsearchDouble,
} from '../doubles/elasticsearch/elasticsearch_double';
import { EVENT_MAPPING } from '../../standalone/elasticsearch/event_mapping';
import type { User } from '../../standalone/elasticsearch/access/users';
import type { ExecutorHarness, RunOptions, RunResult } from '../doubles/kibana/executor_harness';
import { startKibanaDouble, type KibanaDouble } from '../doubles/kibana/kibana_double';
import { userWith, type KibanaUser } from '../../standalone/kibana/kibana_user';
import type { Detection } from '../../common/rule';
import { backgroundEvents, chainEvents, STREAMS, type Chain } from './chains';
import { ourRuleData } from './our_rule';

export const NOW = Date.parse('2026-11-24T12:00:00.000Z');
export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;

const ALERTS = '.alerts-security.alerts-default';

export interface ScenarioOptions {
  /** That of the rule's parameters; the published one unless told. */
  readonly detection?: Detection;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly withoutAlertIndex?: boolean;
  /** After how many milliseconds a request without an answer is given up. */
  readonly requestTimeout?: number;
  /** That of the indices with events; the one of Elastic Defend unless told. */
  readonly mapping?: Readonly<Record<string, unknown>>;
  readonly kibana?: Partial<Parameters<typeof startKibanaDouble>[0]>;
}

type Stored = ReturnType<ElasticsearchDouble['documents']>[number];

/**
 * The whole plugin in a Kibana with one rule of ours, owned by a user who has no more than our feature and the right
 * to read events. Time stands still between two runs.
 */
export class Scenario {
  private waiting: (readonly [stream: string, document: DoubleDocument])[] = [];
  private time = NOW;

  private constructor(
    readonly es: ElasticsearchDouble,
    readonly kibana: KibanaDouble,
    readonly owner: KibanaUser,
    readonly ownerInElasticsearch: User,
    readonly ruleId: string,
    private readonly node: ExecutorHarness,
    readonly clock: { now: number },
  ) {}

  static async start(options: ScenarioOptions = {}): Promise<Scenario> {
    const {
      detection = 'published',
      params = {},
      withoutAlertIndex = false,
      mapping = EVENT_MAPPING,
    } = options;
    const es = await startElasticsearchDouble();
    for (const stream of STREAMS) {
      es.createIndex(stream, { mappings: mapping, dataStream: true });
    }
    if (!withoutAlertIndex) {
      es.createSecurityAlertIndex('default');
    }
    const clock = { now: NOW };
    es.now = () => clock.now;
    const kibana = startKibanaDouble({
      elasticsearch: es,
      now: () => clock.now,
      ...options.kibana,
    });
    const plugin = new RecentlyCompiledPlugin(kibana.initializerContext, {
      requestTimeout: options.requestTimeout ?? 20_000,
      clock: {
        now: () => clock.now,
        random: () => 1,
        sleep: async (duration) => {
          clock.now += duration;
        },
      },
    });
    plugin.setup(kibana.core.setup, kibana.setupPlugins);
    plugin.start(kibana.core.start, kibana.startPlugins);
    const reader = es.user('analyst', {
      indices: [{ names: ['logs-endpoint.*'], privileges: ['read', 'view_index_metadata'] }],
    });
    const feature = kibana.features.features.get(FEATURE_ID);
    const owner = userWith('analyst', [{ feature: feature!, privilege: 'all' }], reader);
    const { id } = await kibana.alerting.rulesClient(owner).create({
      data: ourRuleData({ detection, ...params }),
    });
    return new Scenario(es, kibana, owner, reader, id, kibana.harness(), clock);
  }

  /** Events that Elasticsearch has from the moment on at which they are ingested. */
  add(...chains: readonly Chain[]): void {
    this.waiting.push(...chains.flatMap(chainEvents));
  }

  /** Lets time pass up to a moment: what is ingested by then can be found. */
  passTo(time: number): void {
    this.time = Math.max(this.time, time);
    this.clock.now = this.time;
    const isThere = ([, { _source }]: (typeof this.waiting)[number]): boolean =>
      Date.parse((_source['event'] as { ingested: string }).ingested) <= this.time;
    const arrived = [...backgroundEvents(this.time), ...this.waiting.filter(isThere)];
    this.waiting = this.waiting.filter((event) => !isThere(event));
    for (const [stream, document] of arrived) {
      this.es.index(stream, [document]);
    }
  }

  /** Runs the rule at a moment over what the indices hold already. */
  runAsItIs(time: number): Promise<RunResult> {
    this.clock.now = time;
    return this.node.run(this.ruleId, { startedAt: new Date(time) });
  }

  /** Runs the rule at a moment, on this Kibana or on another. */
  async run(
    time: number,
    { node = this.node, ...options }: Partial<RunOptions> & { node?: ExecutorHarness } = {},
  ): Promise<RunResult> {
    this.passTo(time);
    return node.run(this.ruleId, { startedAt: new Date(time), ...options });
  }

  /** The alerts that people see. */
  shells(): Stored[] {
    return this.all().filter(({ _source }) => !('kibana.alert.building_block_type' in _source));
  }

  blocks(): Stored[] {
    return this.all().filter(({ _source }) => 'kibana.alert.building_block_type' in _source);
  }

  private all(): Stored[] {
    return this.es.documents(ALERTS);
  }

  /** The programs that are alerted, sorted; one that is alerted twice is in it twice. */
  programs(): string[] {
    return this.shells()
      .map(({ _source }) => (_source['file'] as { name: string }).name)
      .sort();
  }

  /** Alerts without all of their building blocks, which are one for each event that they descend from. */
  incomplete(): string[] {
    const blocks = new Map<unknown, number>();
    for (const { _source } of this.blocks()) {
      const group = _source['kibana.alert.group.id'];
      blocks.set(group, (blocks.get(group) ?? 0) + 1);
    }
    return this.shells()
      .filter(({ _id, _source }) => blocks.get(_id) !== eventsOfShell(_source))
      .map(({ _id }) => _id);
  }

  stop(): Promise<void> {
    return this.es.close();
  }
}

const eventsOfShell = (shell: Stored['_source']): number =>
  (shell['kibana.alert.ancestors'] as { type: string }[]).filter(({ type }) => type === 'event')
    .length;

/** So many chains, one after another, the last of which is compiled at `until`. */
export const chainsUntil = (until: number, count: number, every: number): Chain[] =>
  Array.from({ length: count }, (_, i) => ({
    name: `tool${String(i).padStart(4, '0')}`,
    at: until - (count - 1 - i) * every,
  }));

export const names = (chains: readonly Chain[]): string[] => chains.map(({ name }) => name).sort();

export const few = chainsUntil(NOW - MINUTE, 3, 10 * SECOND);

/**
 * Starts a scenario for a test, and stops it afterwards. Whatever happened, no alert may be without its building
 * blocks then.
 */
export const useScenario = (
  defaults: ScenarioOptions = {},
): ((options?: ScenarioOptions) => Promise<Scenario>) => {
  let scenario: Scenario | undefined;
  jest.setTimeout(60_000);
  afterEach(async () => {
    const broken = scenario?.incomplete();
    await scenario?.stop();
    scenario = undefined;
    expect(broken ?? []).toEqual([]);
  });
  return async (options) => {
    scenario = await Scenario.start({ ...defaults, ...options });
    return scenario;
  };
};
