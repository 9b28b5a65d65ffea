// SPDX-License-Identifier: Apache-2.0

let read: () => number = () => Date.now();

/** Says what "now" is from here on, in milliseconds since 1970. Unless told, it is the time of this computer. */
export const tellNowBy = (clock: () => number): void => {
  read = clock;
};

/** What "now" is for the pages, as in "the last seven days", in milliseconds since 1970. */
export const now = (): number => read();
