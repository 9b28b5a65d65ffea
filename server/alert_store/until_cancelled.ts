// SPDX-License-Identifier: Apache-2.0
import { cancelled } from '../cancellation';

/** Waits for what can not be stopped itself. */
export const untilCancelled = async <T>(
  work: Promise<T>,
  signal: AbortSignal,
  task: string,
): Promise<T> => {
  let stop = (): void => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(cancelled(task));
    if (signal.aborted) {
      stop();
    }
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
};
