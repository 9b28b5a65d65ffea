// SPDX-License-Identifier: Apache-2.0
import { few, MINUTE, NOW, HOUR, SECOND, useScenario, type Scenario } from './scenario';

const start = useScenario();

/** Lets every request of these kinds take that long. */
const slow = ({ es, clock }: Scenario, kinds: Readonly<Record<string, number>>): void => {
  es.before = (endpoint) => {
    clock.now += kinds[endpoint] ?? 0;
  };
};

describe('the actions of a new alert', () => {
  test('get what tells of it', async () => {
    const scenario = await start({ kibana: { publicBaseUrl: 'https://kibana.example' } });
    scenario.add({ name: 'revsh', at: NOW - MINUTE, user: 'mallory', destination: '203.0.113.9' });
    const { scheduledActions } = await scenario.run(NOW);
    const [shell] = scenario.shells();
    expect(scheduledActions).toEqual([
      {
        alertId: shell!._id,
        group: 'default',
        context: {
          alertId: shell!._id,
          alertUrl: `https://kibana.example/app/recentlyCompiled/alerts/${shell!._id}`,
          reason: shell!._source['kibana.alert.reason'],
          ruleName: 'Recently compiled',
          severity: 'medium',
          hostName: 'lab1',
          hostId: 'lab1',
          userName: 'mallory',
          binaryName: 'revsh',
          binaryPath: '/home/mallory/revsh',
          compilerName: 'gcc',
          compilerCommandLine: 'gcc -o revsh x.c',
          compilerUserName: 'mallory',
          destinationIp: '203.0.113.9',
          destinationPort: 4444,
          detection: 'published',
          compiledAt: '2026-11-24T11:59:00.000Z',
          executedAt: '2026-11-24T11:59:02.000Z',
          connectedAt: '2026-11-24T11:59:04.000Z',
        },
      },
    ]);
  });

  test('are started once, in the run that wrote it', async () => {
    const scenario = await start();
    scenario.add(...few);
    const first = await scenario.run(NOW);
    const second = await scenario.run(NOW + 5 * MINUTE);
    expect(first.scheduledActions).toHaveLength(few.length);
    expect(second.scheduledActions).toEqual([]);
  });

  test('fit into the limit of Kibana exactly', async () => {
    const scenario = await start();
    scenario.add(...few);
    const node = scenario.kibana.harness({ maxAlerts: few.length });
    const { outcome, scheduledActions } = await scenario.run(NOW, { node });
    expect(outcome).toBe('succeeded');
    expect(scheduledActions).toHaveLength(few.length);
  });
});

describe('the metrics of a run', () => {
  test('tell what was detected and created, and how long it took', async () => {
    const scenario = await start();
    scenario.add(...few);
    slow(scenario, { eql: 250, bulk: 40 });
    const first = await scenario.run(NOW);
    expect(first.metrics).toMatchObject({
      total_search_duration_ms: 250,
      total_alerts_detected: 3,
      total_alerts_created: 3,
      gap_duration_s: null,
    });
    // Building blocks and alerts.
    expect(first.metrics.total_indexing_duration_ms).toBe(80);
    const second = await scenario.run(NOW + 5 * MINUTE);
    expect(second.metrics).toMatchObject({ total_alerts_detected: 3, total_alerts_created: 0 });
  });

  test('tell the gap after a time without runs', async () => {
    const scenario = await start();
    await scenario.run(NOW);
    const { metrics, messages } = await scenario.run(NOW + HOUR);
    // Each run looks back 9 minutes.
    expect(metrics.gap_duration_s).toBe((51 * MINUTE) / SECOND);
    expect(messages.join()).toContain('of it 51m that earlier runs had not searched');
  });
});
