// SPDX-License-Identifier: Apache-2.0

/** Of an odd or even number of values; NaN of none. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? NaN : (low + high) / 2;
};

/** How two things compare that were measured in turn. */
export interface Ratio {
  /** The median of the one over the median of the other. */
  readonly value: number;
  /** The smallest and largest ratio of two measurements that followed one another. */
  readonly least: number;
  readonly most: number;
}

/** Throws a `RangeError` unless there are equally many of both, and some. */
export const ratioOf = (ours: readonly number[], theirs: readonly number[]): Ratio => {
  if (ours.length === 0 || ours.length !== theirs.length) {
    throw new RangeError(`${ours.length} measurements can not be paired with ${theirs.length}`);
  }
  const pairs = ours.map((value, i) => value / (theirs[i] ?? NaN));
  return {
    value: median(ours) / median(theirs),
    least: Math.min(...pairs),
    most: Math.max(...pairs),
  };
};
