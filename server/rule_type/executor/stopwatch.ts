// SPDX-License-Identifier: Apache-2.0

type Work = <T>(work: () => Promise<T>) => Promise<T>;

export interface Stopwatch {
  readonly searching: Work;
  readonly writing: Work;
  /** In milliseconds. */
  readonly spent: () => { readonly searching: number; readonly writing: number };
}

/** Adds up how long work took, also work that failed. */
export const stopwatch = (now: () => number): Stopwatch => {
  const spent = { searching: 0, writing: 0 };
  const timed =
    (kind: keyof typeof spent): Work =>
    async (work) => {
      const start = now();
      try {
        return await work();
      } finally {
        spent[kind] += Math.max(0, now() - start);
      }
    };
  return { searching: timed('searching'), writing: timed('writing'), spent: () => ({ ...spent }) };
};
