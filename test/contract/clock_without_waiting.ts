// SPDX-License-Identifier: Apache-2.0
import type { Clock } from '../../server/retry';

/** Time that passes only while somebody sleeps, at once. */
export const clockWithoutWaiting = (): Clock => {
  let time = 0;
  return {
    now: () => time,
    random: () => 1,
    sleep: async (duration) => {
      time += duration;
    },
  };
};
