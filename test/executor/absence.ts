// SPDX-License-Identifier: Apache-2.0
import { chainsUntil, HOUR, MINUTE, names, NOW, type Scenario } from './scenario';

/** Only the watch over the time of a run stands still until told, however long a search takes here. */
const REAL = [
  ...(['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask'] as const),
  ...(['setImmediate', 'clearImmediate', 'setTimeout', 'clearTimeout'] as const),
];

export const useStillWatch = (): void => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: [...REAL] }));
  afterEach(() => jest.useRealTimers());
};

/** A rule that has run, was off for hours with a chain in each, and is about to run again. */
export const absenceOf = (hours: number, start: () => Promise<Scenario>) => {
  const later = NOW + hours * HOUR;
  const chains = chainsUntil(later - MINUTE, hours, HOUR);
  return {
    later,
    chains,
    afterIt: async (): Promise<Scenario> => {
      const scenario = await start();
      await scenario.run(NOW);
      scenario.add(...chains);
      return scenario;
    },
    restIsAlertedOnce: async (scenario: Scenario): Promise<void> => {
      const before = scenario.shells().length;
      scenario.es.before = () => undefined;
      const { outcome, metrics } = await scenario.run(later + 5 * MINUTE);
      expect(outcome).toBe('succeeded');
      expect(metrics.total_alerts_created).toBe(chains.length - before);
      expect(scenario.programs()).toEqual(names(chains));
    },
  };
};

/** Calls back with each request to an endpoint, counted from 1. @returns how many there were */
export const onRequest = (
  { es }: Scenario,
  wanted: string,
  listener: (nth: number) => void | Promise<void>,
): (() => number) => {
  let count = 0;
  es.before = (endpoint) => {
    if (endpoint !== wanted) {
      return undefined;
    }
    count += 1;
    return listener(count);
  };
  return () => count;
};
