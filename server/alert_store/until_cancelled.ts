// SPDX-License-Identifier: Apache-2.0
import { Failure } from '../failure';

/** Waits for what can not be stopped itself. */
export const untilCancelled = async <T>(
  work: Promise<T>,
  signal: AbortSignal,
  task: string,
): Promise<T> => {
  const cancelled = (): Failure =>
    new Failure('cancelled', {
      message: `${task} was called off`,
      remedy: 'Nothing is lost, the next run does it again',
    });
  let stop = (): void => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(cancelled());
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
