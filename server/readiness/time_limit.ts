// SPDX-License-Identifier: Apache-2.0

export interface TimeLimit {
  /** In milliseconds. */
  readonly timeLimit: number;
  /** Aborted when the time is over. */
  readonly own: AbortController;
  /** What is thrown then. */
  readonly tooLong: () => Error;
}

/** Does something for a limited time. Work that does not heed the signal goes on unseen. */
export const withinTime = async <T>(
  work: (signal: AbortSignal) => Promise<T>,
  { timeLimit, own, tooLong }: TimeLimit,
): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(tooLong());
      own.abort();
    }, timeLimit);
  });
  try {
    return await Promise.race([work(own.signal), over]);
  } finally {
    clearTimeout(timer);
  }
};
