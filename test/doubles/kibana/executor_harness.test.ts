// SPDX-License-Identifier: Apache-2.0
import type { RuleExecutorOptions, RuleType } from '../../../server/kibana_contracts';
import {
  startElasticsearchDouble,
  type ElasticsearchDouble,
} from '../elasticsearch/elasticsearch_double';
import { startKibanaDouble, type KibanaDouble } from './kibana_double';
import { superuser } from '../../../standalone/kibana/kibana_user';
import { playing, ruleData } from './test_support';

const ALIAS = '.alerts-security.alerts-default';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 24, 12, minute));

let elasticsearch: ElasticsearchDouble;
let kibana: KibanaDouble;

beforeEach(async () => {
  elasticsearch = await startElasticsearchDouble();
  kibana = startKibanaDouble({ elasticsearch });
});
afterEach(() => elasticsearch.close());

const withRule = async (ruleType: RuleType): Promise<string> => {
  kibana.alerting.setup.registerType(ruleType);
  const client = kibana.alerting.rulesClient(superuser());
  return (await client.create({ data: ruleData() })).id;
};

const run = (id: string, minute: number) => kibana.harness().run(id, { startedAt: at(minute) });

describe('state', () => {
  it('survives from run to run, through JSON', async () => {
    const seen: unknown[] = [];
    const note = ({ state, previousStartedAt }: RuleExecutorOptions) => {
      seen.push([state, previousStartedAt]);
    };
    const id = await withRule(
      playing((options) => {
        note(options);
        return { when: at(0), none: undefined };
      }, note),
    );
    expect((await run(id, 1)).state).toEqual({ when: '2026-11-24T12:00:00.000Z' });
    await run(id, 2);
    expect(seen).toEqual([
      [{}, null],
      [{ when: '2026-11-24T12:00:00.000Z' }, at(1)],
    ]);
  });

  it('is as it was after a run that failed, and so is previousStartedAt', async () => {
    const seen: unknown[] = [];
    const id = await withRule(
      playing(
        () => ({ n: 1 }),
        ({ state }) => {
          (state as { n: number }).n = 2;
          throw new Error('no');
        },
        ({ state, previousStartedAt }) => {
          seen.push(state, previousStartedAt);
        },
      ),
    );
    await run(id, 1);
    expect(await run(id, 2)).toMatchObject({
      outcome: 'failed',
      messages: ['no'],
      state: { n: 1 },
    });
    await run(id, 3);
    expect(seen).toEqual([{ n: 1 }, at(1)]);
  });

  it('is as it was after a crash, which cuts the connections', async () => {
    elasticsearch.createSecurityAlertIndex('default');
    const crash = new AbortController();
    let late: Promise<unknown> = Promise.resolve();
    const id = await withRule(
      playing(
        () => ({ n: 1 }),
        async ({ services }) => {
          const client = services.scopedClusterClient.asInternalUser;
          await client.bulk({ index: ALIAS, operations: [{ create: { _id: 'a' } }, {}] });
          crash.abort();
          late = client.bulk({ index: ALIAS, operations: [{ create: { _id: 'b' } }, {}] });
          await late;
        },
      ),
    );
    await run(id, 1);
    const harness = kibana.harness();
    expect(await harness.run(id, { startedAt: at(2), crash: crash.signal })).toMatchObject({
      outcome: 'crashed',
      state: { n: 1 },
      scheduledActions: [],
    });
    await expect(late).rejects.toThrow();
    expect(elasticsearch.documents(ALIAS).map(({ _id }) => _id)).toEqual(['a']);
    const log = await kibana.alerting.rulesClient(superuser()).getExecutionLogForRule({ id });
    expect(log.total).toBe(1);
  });

  it('is shared by two nodes, and the last to end decides', async () => {
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    const id = await withRule(
      playing(
        async () => {
          await held;
          return { by: 'slow' };
        },
        () => ({ by: 'quick' }),
      ),
    );
    const slow = run(id, 1);
    expect((await run(id, 2)).state).toEqual({ by: 'quick' });
    go();
    expect((await slow).state).toEqual({ by: 'slow' });
  });
});

describe('alerts', () => {
  const schedule =
    (count: number) =>
    ({ services }: RuleExecutorOptions) => {
      for (let i = 0; i < count; i += 1) {
        services.alertFactory.create(`a${i}`).scheduleActions('default', { i });
      }
      return { done: true };
    };

  it('schedule actions', async () => {
    const id = await withRule(playing(schedule(2)));
    expect(await run(id, 1)).toMatchObject({
      outcome: 'succeeded',
      scheduledActions: [
        { alertId: 'a0', group: 'default', context: { i: 0 } },
        { alertId: 'a1', group: 'default', context: { i: 1 } },
      ],
    });
    const rule = await kibana.alerting.rulesClient(superuser()).get({ id });
    expect(rule.lastRun?.alertsCount).toMatchObject({ active: 2 });
  });

  it('beyond the limit throw, and the run counts as a warning that lost its state', async () => {
    const id = await withRule(playing(schedule(1), schedule(1001)));
    await run(id, 1);
    const result = await run(id, 2);
    expect(result).toMatchObject({ outcome: 'warning', state: {} });
    expect(result.messages[0]).toMatch(/more than the maximum number of alerts/);
    expect(result.scheduledActions).toHaveLength(1000);
  });

  it('fail the run that asks for the limit and does not say whether it was reached', async () => {
    const id = await withRule(
      playing(
        ({ services }) => void services.alertFactory.alertLimit.getValue(),
        ({ services: { alertFactory } }) => {
          expect(alertFactory.alertLimit.getValue()).toBe(1000);
          alertFactory.alertLimit.setLimitReached(false);
        },
      ),
    );
    expect(await run(id, 1)).toMatchObject({
      outcome: 'failed',
      messages: [expect.stringMatching(/^Rule has not reported whether alert limit/)],
    });
    expect((await run(id, 2)).outcome).toBe('succeeded');
  });
});

describe('a run', () => {
  it('reports warnings, the last message and metrics, and they stand on the rule', async () => {
    const id = await withRule(
      playing(({ services: { ruleResultService, ruleMonitoringService } }) => {
        ruleResultService?.addLastRunWarning('w1');
        ruleResultService?.setLastRunOutcomeMessage('first');
        ruleResultService?.setLastRunOutcomeMessage('second');
        ruleMonitoringService?.setLastRunMetricsGapDurationS(90);
      }),
    );
    expect(await run(id, 1)).toMatchObject({
      outcome: 'warning',
      messages: ['second'],
      warnings: ['w1'],
      metrics: { gap_duration_s: 90, total_alerts_created: null },
    });
    const rule = await kibana.alerting.rulesClient(superuser()).get({ id });
    expect(rule.lastRun).toMatchObject({ outcome: 'warning', outcomeMsg: ['second'] });
    expect(rule.executionStatus?.status).toBe('warning');
    expect(rule.monitoring?.run.last_run?.metrics).toMatchObject({ gap_duration_s: 90 });
  });

  it('of a disabled or a deleted rule fails', async () => {
    const id = await withRule(playing());
    const client = kibana.alerting.rulesClient(superuser());
    await client.disable({ id });
    expect((await run(id, 1)).messages).toEqual([
      'Rule failed to execute because rule ran after it was disabled.',
    ]);
    await client.delete({ id });
    expect((await run(id, 2)).messages).toEqual([`Saved object [alert/${id}] not found`]);
  });

  it('is told when to stop', async () => {
    const id = await withRule(
      playing(({ services }) => ({ stop: services.shouldStopExecution() })),
    );
    const harness = kibana.harness();
    const { state } = await harness.run(id, { startedAt: at(1), shouldStop: () => true });
    expect(state).toEqual({ stop: true });
  });

  it.each([
    ['8.12.2', ['dataViews', 'searchSourceClient'], ['startedAtOverridden']],
    ['9.1.0', ['getDataViews', 'getSearchSourceClient'], []],
  ])('has the services of %s', async (version, services, absent) => {
    kibana = startKibanaDouble({ elasticsearch, version });
    let seen: RuleExecutorOptions | undefined;
    const id = await withRule(
      playing((options) => {
        seen = options;
      }),
    );
    await run(id, 1);
    expect(Object.keys(seen?.services ?? {})).toEqual(expect.arrayContaining(services));
    expect(Object.keys(seen ?? {})).toEqual(
      expect.arrayContaining(['executionId', 'getTimeRange', 'flappingSettings']),
    );
    absent.forEach((name) => expect(seen).not.toHaveProperty(name));
    expect(seen?.rule).toMatchObject({ id, ruleTypeId: 'test.chain', producer: 'testFeature' });
    expect(seen?.rule).not.toHaveProperty('params');
  });
});
