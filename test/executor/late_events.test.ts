// SPDX-License-Identifier: Apache-2.0
import { DETECTIONS } from '../../common/rule';
import {
  type Scenario,
  chainsUntil,
  names,
  NOW,
  MINUTE,
  SECOND,
  HOUR,
  few,
  useScenario,
} from './scenario';

describe.each(DETECTIONS)('by %s', (detection) => {
  const start = useScenario({ detection });

  describe('events come late', () => {
    const runEvery5Minutes = async (
      scenario: Scenario,
      from: number,
      to: number,
    ): Promise<void> => {
      for (let time = from; time <= to; time += 5 * MINUTE) {
        await scenario.run(time);
      }
    };

    test.each([
      ['1 minute', MINUTE],
      ['20 minutes', 20 * MINUTE],
      ['23 hours', 23 * HOUR],
    ])('by %s', async (_, lateness) => {
      const scenario = await start();
      const late = few.map((chain) => ({ ...chain, lateness }));
      scenario.add(...late);
      await scenario.run(NOW);
      await runEvery5Minutes(scenario, NOW + lateness - 5 * MINUTE, NOW + lateness + 10 * MINUTE);
      expect(scenario.programs()).toEqual(names(few));
    });

    test('by more than the rule waits for', async () => {
      const scenario = await start({ params: { maxLateness: '1h' } });
      scenario.add(...few.map((chain) => ({ ...chain, lateness: 2 * HOUR })));
      await scenario.run(NOW);
      await runEvery5Minutes(scenario, NOW + 2 * HOUR - 5 * MINUTE, NOW + 2 * HOUR + 10 * MINUTE);
      expect(scenario.programs()).toEqual([]);
    });

    test('from a host whose clock is 10 minutes ahead', async () => {
      const scenario = await start();
      scenario.add(
        ...few.map((chain) => ({ ...chain, at: NOW + 10 * MINUTE, lateness: -10 * MINUTE })),
      );
      await runEvery5Minutes(scenario, NOW, NOW + 20 * MINUTE);
      expect(scenario.programs()).toEqual(names(few));
    });
  });

  test('Kibana was down for 72 hours', async () => {
    const scenario = await start();
    await scenario.run(NOW);
    const chains = chainsUntil(NOW + 72 * HOUR - MINUTE, 72, HOUR);
    scenario.add(...chains);
    const { messages, metrics } = await scenario.run(NOW + 72 * HOUR);
    expect(scenario.programs()).toEqual(names(chains));
    expect(metrics.gap_duration_s).toBe((72 * HOUR - 9 * MINUTE) / SECOND);
    expect(messages.join()).toMatch(/72 new alerts/);
  });
});
