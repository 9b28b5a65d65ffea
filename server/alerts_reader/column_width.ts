// SPDX-License-Identifier: Apache-2.0

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Widths that people can read off an axis. */
const WIDTHS: readonly number[] = [
  SECOND,
  10 * SECOND,
  30 * SECOND,
  MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
];

/** How wide columns are, in milliseconds, so that no more of them than wanted fill a time. */
export const columnWidth = (length: number, columns: number): number => {
  const least = length / columns;
  return WIDTHS.find((width) => width >= least) ?? Math.ceil(least / DAY) * DAY;
};
