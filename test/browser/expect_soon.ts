// SPDX-License-Identifier: Apache-2.0

const LONGEST_WAIT = 60_000;

/** Waits until what is asked for equals this; fails with the last answer where it never does. */
export async function expectSoon<T>(ask: () => Promise<T>, expected: T): Promise<void> {
  const end = Date.now() + LONGEST_WAIT;
  for (;;) {
    try {
      expect(await ask()).toEqual(expected);
      return;
    } catch (error) {
      if (Date.now() > end) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
