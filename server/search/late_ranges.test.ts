// SPDX-License-Identifier: Apache-2.0
import { rangesOfBuckets } from './late_ranges';

const LIMITS = { from: 25, to: 95 };

test('neighbours become one range, and nothing reaches beyond the limits', () => {
  expect(rangesOfBuckets([20, 30, 50, 90], 10, LIMITS)).toEqual([
    { from: 25, to: 39 },
    { from: 50, to: 59 },
    { from: 90, to: 95 },
  ]);
});

test('no buckets, no ranges', () => {
  expect(rangesOfBuckets([], 10, LIMITS)).toEqual([]);
});
