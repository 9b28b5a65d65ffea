// SPDX-License-Identifier: Apache-2.0
import { setTimeout } from 'node:timers/promises';

/** Time and chance, so that tests need neither. */
export interface Clock {
  /** In milliseconds since 1970. */
  now(): number;
  /** For milliseconds; ends early, without an error, when the signal is given. */
  sleep(duration: number, signal: AbortSignal): Promise<void>;
  /** From 0 to 1. */
  random(): number;
}

export const SYSTEM_CLOCK: Clock = {
  now: Date.now,
  random: Math.random,
  sleep: async (duration, signal) => {
    await setTimeout(duration, undefined, { signal }).catch((error: unknown) => {
      if (!signal.aborted) {
        throw error;
      }
    });
  },
};
