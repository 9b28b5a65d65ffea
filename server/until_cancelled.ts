// SPDX-License-Identifier: Apache-2.0
import { cancelled } from './cancellation';

/**
 * Waits for work that heeds no signal. A search of a run is such work: the alerting framework of Kibana puts a signal of
 * its own in the place of ours (`wrap_scoped_cluster_client.ts`), which ends the search when the time of the run is over,
 * and then nothing is kept of the run (`processResultForRecurringTask` of the task manager).
 */
export const untilCancelled = async <T>(
  work: Promise<T>,
  signal: AbortSignal,
  task: string,
): Promise<T> => {
  let stop = (): void => {};
  const stopped = new Promise<never>((_, reject) => {
    // A client of Elasticsearch may give the event alone, when it ends a request that took too long.
    stop = () => {
      if (signal.aborted) {
        reject(cancelled(task));
      }
    };
    stop();
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
};
