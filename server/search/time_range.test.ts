// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { mergeRanges, sliceRange, type TimeRange } from './time_range';

const range = (from: number, to: number): TimeRange => ({ from, to });

describe('mergeRanges', () => {
  it.each([
    ['none', [], []],
    ['apart', [range(10, 12), range(1, 2)], [range(1, 2), range(10, 12)]],
    ['adjacent', [range(1, 2), range(3, 4)], [range(1, 4)]],
    ['overlapping', [range(1, 5), range(3, 9)], [range(1, 9)]],
    ['one inside the other', [range(1, 9), range(3, 4)], [range(1, 9)]],
  ])('merges ranges: %s', (_, given, expected) => {
    expect(mergeRanges(given)).toEqual(expected);
  });
});

describe('sliceRange', () => {
  it.each([
    ['a shorter one whole', range(0, 4), 10, [range(0, 4)]],
    ['one of that length whole', range(0, 9), 10, [range(0, 9)]],
    ['a longer one', range(0, 20), 10, [range(0, 9), range(10, 19), range(20, 20)]],
    ['a moment', range(7, 7), 10, [range(7, 7)]],
  ])('cuts %s', (_, given, length, expected) => {
    expect(sliceRange(given, length)).toEqual(expected);
  });

  it('loses and repeats no moment', () => {
    fc.assert(
      fc.property(
        fc.nat(300),
        fc.nat(300),
        fc.integer({ min: 1, max: 50 }),
        (from, more, length) => {
          const whole = range(from, from + more);
          expect(mergeRanges(sliceRange(whole, length))).toEqual([whole]);
          const moments = sliceRange(whole, length).map((slice) => slice.to - slice.from + 1);
          expect(moments.reduce((sum, count) => sum + count, 0)).toBe(more + 1);
        },
      ),
    );
  });
});
