// SPDX-License-Identifier: Apache-2.0
import { DETECTIONS } from '../../common/rule';
import {
  chainsUntil,
  few,
  HOUR,
  MINUTE,
  names,
  NOW,
  SECOND,
  useScenario,
  type Scenario,
} from './scenario';

// Thousands of documents, on a machine that may be busy.

describe.each(DETECTIONS)('more chains than one run may write, by %s', (detection) => {
  const start = useScenario({ detection });

  test('150 chains are alerted after two runs', async () => {
    const scenario = await start();
    const chains = chainsUntil(NOW - MINUTE, 150, 2 * SECOND);
    scenario.add(...chains);
    const first = await scenario.run(NOW);
    expect(scenario.shells()).toHaveLength(100);
    expect(first.outcome).toBe('warning');
    expect(first.warnings.join()).toMatch(/100.*50 more wait/);
    expect(scenario.programs()).toEqual(names(chains).slice(0, 100));
    const second = await scenario.run(NOW + 5 * MINUTE);
    expect(second.outcome).toBe('succeeded');
    expect(scenario.programs()).toEqual(names(chains));
  });

  describe('after a time without runs', () => {
    const chains = chainsUntil(NOW - 30 * MINUTE, 150, 10 * SECOND);
    const startLate = async (): Promise<Scenario> => {
      const scenario = await start({ params: { maxSignals: 50 } });
      await scenario.run(NOW - 2 * HOUR);
      return scenario;
    };

    test('what a run has searched before it was full is not searched again', async () => {
      const scenario = await startLate();
      scenario.add(...chains);
      await scenario.run(NOW);
      const second = await scenario.run(NOW + 5 * MINUTE);
      expect(second.messages.join()).toMatch(/100 sequences, 50 new alerts, 0 already there/);
    });

    test('what comes late to it is', async () => {
      const scenario = await startLate();
      const late = { name: 'late', at: NOW - 50 * MINUTE, lateness: 53 * MINUTE };
      scenario.add(...chains, late);
      await scenario.run(NOW);
      expect(scenario.programs()).toEqual(names(chains).slice(0, 50));
      await scenario.run(NOW + 5 * MINUTE);
      expect(scenario.programs()).toContain('late');
      await scenario.run(NOW + 10 * MINUTE);
      await scenario.run(NOW + 15 * MINUTE);
      expect(scenario.programs()).toEqual(names([...chains, late]));
    });
  });

  test('more than Kibana starts actions for', async () => {
    const scenario = await start();
    scenario.add(...few);
    const { scheduledActions, warnings } = await scenario.run(NOW, {
      node: scenario.kibana.harness({ maxAlerts: 2 }),
    });
    expect(scheduledActions).toHaveLength(2);
    expect(warnings.join()).toMatch(/at most 2 alerts.*1 alert/);
    expect(scenario.programs()).toEqual(names(few));
  });
});

describe('by published', () => {
  const start = useScenario();

  test('1,500 chains', async () => {
    const scenario = await start({ params: { maxSignals: 500 } });
    const chains = chainsUntil(NOW - MINUTE, 1_500, 20);
    scenario.add(...chains);
    const warnings: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      const { messages } = await scenario.run(NOW + i * 5 * MINUTE);
      warnings.push(messages.join());
    }
    expect(warnings[0]).toMatch(/1000 more wait/);
    expect(warnings[1]).toMatch(/500 more wait/);
    expect(warnings[2]).not.toMatch(/wait/);
    expect(scenario.programs()).toEqual(names(chains));
  });
});
