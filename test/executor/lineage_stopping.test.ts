// SPDX-License-Identifier: Apache-2.0
import { absenceOf, onRequest, useStillWatch } from './absence';
import { HOUR, MINUTE, names, NOW, useScenario, type Scenario } from './scenario';
import { expectTold } from './told';

const start = useScenario({ detection: 'lineage' });

useStillWatch();

const { later: LATER, chains, afterIt: afterSixHours, restIsAlertedOnce } = absenceOf(6, start);

/** Each search for built programs works at one point in time. */
const onSearch = (scenario: Scenario, listener: (nth: number) => void | Promise<void>) =>
  onRequest(scenario, 'open_pit', listener);

test('a long time is searched in slices, one of which ends between link and connection', async () => {
  const scenario = await start();
  await scenario.run(NOW);
  // Slices of an hour begin where the look-back of the run before began.
  const atTheEdges = Array.from({ length: 12 }, (_, i) => ({
    name: `edge${String(i).padStart(2, '0')}`,
    at: NOW + HOUR + i * 5 * MINUTE - 2_000,
  }));
  scenario.add(...chains, ...atTheEdges);
  const searches = onSearch(scenario, () => undefined);
  const { outcome } = await scenario.run(LATER);
  expect(outcome).toBe('succeeded');
  expect(searches()).toBeGreaterThanOrEqual(6);
  expect(scenario.programs()).toEqual(names([...chains, ...atTheEdges]));
});

test('Kibana wants the run to stop: it ends between two slices, and the next one goes on', async () => {
  const scenario = await afterSixHours();
  const searches = onSearch(scenario, () => undefined);
  const stopped = await scenario.run(LATER, { shouldStop: () => searches() >= 2 });
  expectTold(stopped, {
    outcome: 'warning',
    cause: /The time for this run was used up with 4h of events left to search/,
    remedy: /The next run goes on from there/,
  });
  expect(searches()).toBe(2);
  expect(scenario.programs()).toEqual(names(chains).slice(0, 2));
  await restIsAlertedOnce(scenario);
});

test('the time of a run is used up', async () => {
  const scenario = await afterSixHours();
  onSearch(scenario, () => {
    scenario.clock.now += 2 * MINUTE;
  });
  const { outcome } = await scenario.run(LATER);
  expect(outcome).toBe('warning');
  expect(scenario.shells().length).toBeGreaterThan(0);
  expect(scenario.shells().length).toBeLessThan(chains.length);
  await restIsAlertedOnce(scenario);
});

test('a search under way is called off, and its point in time is closed', async () => {
  const scenario = await afterSixHours();
  let isStopping = false;
  let closed = 0;
  let opened = 0;
  scenario.es.before = (endpoint) => {
    opened += Number(endpoint === 'open_pit');
    closed += Number(endpoint === 'close_pit');
    if (endpoint !== 'search' || opened < 4) {
      return undefined;
    }
    isStopping = true;
    jest.advanceTimersByTime(500);
    // Elasticsearch never answers; what ends the run is that it hangs up.
    return new Promise(() => undefined);
  };
  const stopped = await scenario.run(LATER, { shouldStop: () => isStopping });
  expectTold(stopped, {
    outcome: 'warning',
    cause: /The time for this run was used up/,
    remedy: /The next run goes on from there/,
  });
  expect([opened, closed]).toEqual([4, 4]);
  expect(scenario.programs()).toEqual(names(chains).slice(0, 3));
  await restIsAlertedOnce(scenario);
});
