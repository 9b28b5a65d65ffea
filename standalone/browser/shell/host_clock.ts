// SPDX-License-Identifier: Apache-2.0
import type { SeenStatus } from './host_status';

/**
 * What "now" is, in milliseconds since 1970: the end of a recording, as for the host; for events that come while it
 * runs, or as long as it has not answered, the time of this computer.
 */
export const hostNow = (status: SeenStatus, clock: () => number): number =>
  status !== undefined && status !== 'gone' && status.time.source === 'recording'
    ? Date.parse(status.time.now)
    : clock();
