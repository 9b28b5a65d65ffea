// SPDX-License-Identifier: Apache-2.0
import { DETECTIONS } from '../../common/rule';
import type { Scenario } from './scenario';
import { names, NOW, MINUTE, few, useScenario } from './scenario';

/** Long enough that the run after the crash is over before what the crashed one still waits for is given up. */
const IMPATIENT = { requestTimeout: 3_000 };

/** Dies at the moment before a request of this kind is carried out. */
const crashAt = (
  scenario: Scenario,
  isIt: (endpoint: string, nth: number) => boolean,
): AbortSignal => {
  const crash = new AbortController();
  const seen = new Map<string, number>();
  scenario.es.before = (endpoint) => {
    const nth = (seen.get(endpoint) ?? 0) + 1;
    seen.set(endpoint, nth);
    if (isIt(endpoint, nth)) {
      crash.abort();
    }
    return crash.signal.aborted ? new Promise(() => undefined) : undefined;
  };
  return crash.signal;
};

describe.each(DETECTIONS)('Kibana crashes, by %s', (detection) => {
  const start = useScenario({ detection });

  test.each<[string, (endpoint: string, nth: number) => boolean, number]>([
    ['after the search', (endpoint) => endpoint === 'bulk', 0],
    ['between building blocks and alerts', (endpoint, nth) => endpoint === 'bulk' && nth === 2, 0],
  ])('%s', async (_, isIt, written) => {
    const scenario = await start(IMPATIENT);
    scenario.add(...few);
    const crashed = await scenario.run(NOW, { crash: crashAt(scenario, isIt) });
    expect(crashed.outcome).toBe('crashed');
    expect(scenario.shells()).toHaveLength(written);
    scenario.es.before = () => undefined;
    const next = await scenario.run(NOW + 5 * MINUTE);
    expect(scenario.programs()).toEqual(names(few));
    expect(next.scheduledActions).toHaveLength(few.length);
  });

  test('in the middle of writing alerts', async () => {
    const scenario = await start(IMPATIENT);
    scenario.add(...few);
    scenario.es.faults.add({ endpoint: 'bulk', kind: 'halfBulk', after: 1 });
    const crash = crashAt(scenario, (endpoint, nth) => endpoint === 'bulk' && nth === 3);
    expect((await scenario.run(NOW, { crash })).outcome).toBe('crashed');
    const written = scenario.shells().length;
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(few.length);
    scenario.es.before = () => undefined;
    await scenario.run(NOW + 5 * MINUTE);
    expect(scenario.programs()).toEqual(names(few));
  });

  test('after all is written, before the checkpoint', async () => {
    const scenario = await start(IMPATIENT);
    scenario.add(...few);
    scenario.es.faults.add({ endpoint: 'bulk', kind: 'afterWrite', after: 1 });
    const crash = crashAt(scenario, (endpoint, nth) => endpoint === 'bulk' && nth === 3);
    expect((await scenario.run(NOW, { crash })).outcome).toBe('crashed');
    expect(scenario.programs()).toEqual(names(few));
    scenario.es.before = () => undefined;
    expect((await scenario.run(NOW + 5 * MINUTE)).outcome).toBe('succeeded');
    expect(scenario.programs()).toEqual(names(few));
  });
});
