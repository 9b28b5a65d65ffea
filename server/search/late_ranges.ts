// SPDX-License-Identifier: Apache-2.0
import type { TimeRange } from './time_range';

/**
 * The ranges that buckets of a width cover, given their starts in ascending order: neighbours as one range,
 * nothing beyond the limits.
 */
export const rangesOfBuckets = (
  starts: readonly number[],
  width: number,
  limits: TimeRange,
): TimeRange[] => {
  const ranges: TimeRange[] = [];
  for (const start of starts) {
    const range = {
      from: Math.max(start, limits.from),
      to: Math.min(start + width - 1, limits.to),
    };
    const last = ranges.at(-1);
    if (last && range.from <= last.to + 1) {
      ranges[ranges.length - 1] = { from: last.from, to: range.to };
    } else {
      ranges.push(range);
    }
  }
  return ranges;
};
