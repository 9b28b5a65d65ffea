// SPDX-License-Identifier: Apache-2.0
import { mergeRanges, type TimeRange } from './time_range';

/** The ranges that buckets of a width cover, given their starts; nothing beyond the limits. */
export const rangesOfBuckets = (
  starts: readonly number[],
  width: number,
  limits: TimeRange,
): TimeRange[] =>
  mergeRanges(
    starts.map((start) => ({
      from: Math.max(start, limits.from),
      to: Math.min(start + width - 1, limits.to),
    })),
  );
