// SPDX-License-Identifier: Apache-2.0
import { absenceOf, onRequest, useStillWatch } from './absence';
import { HOUR, MINUTE, names, NOW, useScenario, type Scenario } from './scenario';
import { expectTold } from './told';

const start = useScenario();

useStillWatch();

const { later: LATER, chains, afterIt: afterADay, restIsAlertedOnce } = absenceOf(24, start);

const onSearch = (scenario: Scenario, listener: (nth: number) => void | Promise<void>) =>
  onRequest(scenario, 'eql', listener);

describe('a long time is caught up with', () => {
  test('and Kibana wants the run to stop: it ends early, and the next one goes on', async () => {
    const scenario = await afterADay();
    const searches = onSearch(scenario, () => undefined);
    const stopped = await scenario.run(LATER, { shouldStop: () => searches() >= 10 });
    expectTold(stopped, {
      outcome: 'warning',
      cause: /The time for this run was used up with 14h of events left to search/,
      remedy: /The next run goes on from there/,
    });
    expect(searches()).toBe(10);
    expect(scenario.programs()).toEqual(names(chains).slice(0, 10));
    await restIsAlertedOnce(scenario);
  });

  test('and the time of a run is used up', async () => {
    const scenario = await afterADay();
    onSearch(scenario, () => {
      scenario.clock.now += MINUTE;
    });
    const { outcome } = await scenario.run(LATER);
    expect(outcome).toBe('warning');
    // Of ten minutes six are for new work; the seventh begins just then.
    expect(scenario.shells()).toHaveLength(7);
    await restIsAlertedOnce(scenario);
  });

  test('and kibana.yml gives runs less time than the type asks for', async () => {
    const short = absenceOf(24, () => start({ kibana: { runTimeout: '5m' } }));
    const scenario = await short.afterIt();
    onSearch(scenario, () => {
      scenario.clock.now += MINUTE;
    });
    const { outcome } = await scenario.run(LATER);
    expect(outcome).toBe('warning');
    // Of five minutes three are for new work; the fourth begins just then.
    expect(scenario.shells()).toHaveLength(4);
    await short.restIsAlertedOnce(scenario);
  });

  test('and a search under way is called off', async () => {
    const scenario = await afterADay();
    let isStopping = false;
    onSearch(scenario, (nth) => {
      if (nth < 10) {
        return undefined;
      }
      isStopping = true;
      jest.advanceTimersByTime(500);
      // Elasticsearch never answers; what ends the run is that it hangs up.
      return new Promise(() => undefined);
    });
    const stopped = await scenario.run(LATER, { shouldStop: () => isStopping });
    expectTold(stopped, {
      outcome: 'warning',
      cause: /The time for this run was used up/,
      remedy: /The next run goes on from there/,
    });
    expect(scenario.programs()).toEqual(names(chains).slice(0, 9));
    jest.useRealTimers();
    await restIsAlertedOnce(scenario);
  });

  test('and a search fails after others that found nothing: they are not done again', async () => {
    const scenario = await start();
    await scenario.run(NOW);
    scenario.add({ name: 'tool', at: LATER - MINUTE });
    scenario.es.faults.add({ endpoint: 'eql', kind: 'status503', after: 20, times: 1_000 });
    const failed = await scenario.run(LATER);
    expect(failed.outcome).toBe('failed');
    scenario.es.faults.clear();
    const { metrics } = await scenario.run(LATER + 5 * MINUTE);
    expect(metrics.gap_duration_s).toBeLessThan((5 * HOUR) / 1_000);
    expect(scenario.programs()).toEqual(['tool']);
  });
});
