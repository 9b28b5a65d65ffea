// SPDX-License-Identifier: Apache-2.0
import {
  CLOCK_TOLERANCE,
  lateTimes,
  LONGEST_GAP,
  planSlices,
  regularRange,
  SLICE_LENGTH,
} from './plan_ranges';

const MINUTE = 60_000;
const now = Date.parse('2026-11-24T12:00:00Z');
const minutesAgo = (minutes: number): number => now - minutes * MINUTE;

describe('regularRange', () => {
  const rangeAfter = (searchedTo: number) =>
    regularRange({ startedAt: now, lookBack: 9 * MINUTE, searchedTo });

  it.each([
    ['a run in time', minutesAgo(5), 9, 0],
    ['a run that is just late enough', minutesAgo(9), 9, 0],
    ['a run after 72 hours of downtime', minutesAgo(72 * 60), 72 * 60, 72 * 60 - 9],
  ])('of %s', (_, searchedTo, from, gap) => {
    expect(rangeAfter(searchedTo)).toEqual({
      range: { from: minutesAgo(from), to: now },
      gap: gap * MINUTE,
      notSearched: undefined,
    });
  });

  it('ends somewhere, and says what it leaves out', () => {
    const from = now - LONGEST_GAP;
    expect(rangeAfter(from - 1000)).toMatchObject({
      range: { from, to: now },
      notSearched: { from: from - 1000, to: from - 1 },
    });
  });
});

describe('lateTimes', () => {
  const regular = { from: minutesAgo(9), to: now };

  it('are from before the regular range, ingested since the last run as any clock saw it', () => {
    const times = lateTimes({
      startedAt: now,
      maxLateness: 60 * MINUTE,
      ingestedTo: minutesAgo(5),
      regular,
    });
    expect(times).toEqual({
      ingested: { from: minutesAgo(5) - CLOCK_TOLERANCE, to: now + CLOCK_TOLERANCE },
      happened: { from: minutesAgo(65), to: minutesAgo(9) - 1 },
    });
  });

  it.each([0, 4 * MINUTE])(
    'are none where all that may be late is searched anyway (%d ms)',
    (maxLateness) => {
      expect(
        lateTimes({ startedAt: now, maxLateness, ingestedTo: minutesAgo(5), regular }),
      ).toBeUndefined();
    },
  );
});

describe('planSlices', () => {
  const regular = { from: minutesAgo(9), to: now };
  const plan = (late: { from: number; to: number }[]) => planSlices(late, regular, MINUTE);

  it('is the regular range alone without late events', () => {
    expect(plan([])).toEqual([{ range: regular, isLate: false }]);
  });

  it('searches for what a late event may complete, once, before the regular range', () => {
    const first = { from: minutesAgo(40), to: minutesAgo(39) - 1 };
    const next = { from: minutesAgo(38.5), to: minutesAgo(37.5) - 1 };
    const last = { from: minutesAgo(10), to: minutesAgo(9) - 1 };
    expect(plan([first, next, last])).toEqual([
      { range: { from: first.from, to: next.to + MINUTE }, isLate: true },
      { range: { from: last.from, to: regular.from - 1 }, isLate: true },
      { range: regular, isLate: false },
    ]);
  });

  it('cuts long times', () => {
    const long = { from: now - 3 * SLICE_LENGTH + 1, to: now };
    const slices = planSlices([], long, MINUTE);
    expect(slices.map(({ range }) => range.to - range.from + 1)).toEqual(
      Array(3).fill(SLICE_LENGTH),
    );
  });
});
