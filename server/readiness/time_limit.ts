// SPDX-License-Identifier: Apache-2.0

/**
 * Does something for a limited time, in milliseconds. The signal that it gets is aborted when the time is over
 * or when `parent` is; work that does not heed it goes on unseen, and `tooLong()` is thrown all the same.
 */
export const withinTime = async <T>(
  work: (signal: AbortSignal) => Promise<T>,
  { timeLimit, parent, tooLong }: { timeLimit: number; parent: AbortSignal; tooLong: () => Error },
): Promise<T> => {
  // `AbortSignal.any` came with Node 20, Kibana 8.12 runs on 18.
  const own = new AbortController();
  const abort = () => own.abort();
  parent.addEventListener('abort', abort);
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
    parent.removeEventListener('abort', abort);
  }
};
