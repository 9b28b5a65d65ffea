// SPDX-License-Identifier: Apache-2.0

/** Milliseconds since 1970, both ends included. */
export interface TimeRange {
  readonly from: number;
  readonly to: number;
}

/** The same times in as few ranges as can be, oldest first. */
export const mergeRanges = (ranges: readonly TimeRange[]): TimeRange[] => {
  const merged: TimeRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && range.from <= last.to + 1) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    } else {
      merged.push(range);
    }
  }
  return merged;
};

/** The same times in ranges that are at most `length` milliseconds long, oldest first. */
export const sliceRange = ({ from, to }: TimeRange, length: number): TimeRange[] => {
  const slices: TimeRange[] = [];
  for (let start = from; start <= to; start += length) {
    slices.push({ from: start, to: Math.min(start + length - 1, to) });
  }
  return slices;
};
