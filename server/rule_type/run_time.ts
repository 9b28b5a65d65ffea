// SPDX-License-Identifier: Apache-2.0
import type { Clock } from '../retry';

/** How long a run may take before Kibana gives it up, where kibana.yml does not say otherwise. */
export const RUN_TIMEOUT = { text: '10m', milliseconds: 600_000 } as const;

/** New work is begun in the first part of that time only, so that what is under way can end. */
const TIME_TO_BEGIN = 0.6;
const TIME_TO_END = 0.9;
const ASK_EVERY = 500;

export interface RunTime {
  /** Aborted when Kibana wants the run to stop, or when its time is nearly over. */
  readonly signal: AbortSignal;
  readonly shouldEnd: () => boolean;
  /** Until when what failed may be tried again, in milliseconds since 1970. */
  readonly deadline: number;
  readonly release: () => void;
}

/**
 * Watches over the time of a run: Kibana 8.12 itself calls off no EQL search, and others only when the time is over.
 *
 * @param timeout how long it may take, in milliseconds
 */
export const runTime = (
  shouldStop: () => boolean,
  clock: Pick<Clock, 'now'>,
  timeout: number,
): RunTime => {
  const controller = new AbortController();
  const start = clock.now();
  const spent = (): number => (clock.now() - start) / timeout;
  const asking = setInterval(() => {
    if (shouldStop() || spent() > TIME_TO_END) {
      controller.abort();
    }
  }, ASK_EVERY);
  asking.unref();
  return {
    signal: controller.signal,
    shouldEnd: () => shouldStop() || spent() > TIME_TO_BEGIN,
    deadline: start + TIME_TO_END * timeout,
    release: () => clearInterval(asking),
  };
};
