// SPDX-License-Identifier: Apache-2.0
import { Absences } from './absences';
import { joinKey } from './join_key';
import type { Ordinal } from './ordinal';
import { readSeries } from './series_test_helpers';

const X = joinKey(['x']);
const Y = joinKey(['y']);

const at = (timestamp: number): Ordinal => ({ timestamp, tiebreaker: null, position: 0 });

const absences = (series: string, stage: number, ...times: number[]): Absences => {
  const made = new Absences(readSeries(series).shape);
  times.forEach((time) => made.record(stage, X, time));
  return made;
};

describe('Absences', () => {
  it.each([
    ['A!XB maxspan=10', false],
    ['!XA maxspan=10', false],
    ['A!X maxspan=10', true],
    ['A!X!Y maxspan=10', true],
    ['AB', false],
  ])('knows whether the end is to be waited for: %s', (series, waits) => {
    expect(absences(series, 0).waitsForEnd).toBe(waits);
  });

  it.each([
    [10, true],
    [11, false],
    [19, false],
    [20, true],
  ])('between 10 and 20, an event at %d: %s', (time, free) => {
    const made = absences('A!XB maxspan=50', 1, time);
    expect(made.holdUntil(X, [at(10), at(20)])).toBe(free);
    expect(made.holdUntil(Y, [at(10), at(20)])).toBe(true);
  });

  it.each([
    [9, true],
    [10, false],
    [19, false],
    [20, true],
  ])('before 20, with the last at 30 and 20 allowed, an event at %d: %s', (time, free) => {
    expect(absences('!XAB maxspan=20', 0, time).holdUntil(X, [at(20), at(30)])).toBe(free);
  });

  it.each([
    [30, true],
    [31, false],
    [40, false],
    [41, true],
  ])('after 30, with the first at 20 and 20 allowed, an event at %d: %s', (time, free) => {
    const made = absences('AB!X maxspan=20', 2, time);
    expect(made.holdUntil(X, [at(20), at(30)])).toBe(true);
    expect(made.holdAfter(X, at(20), at(30))).toBe(free);
    expect(made.holdAfter(Y, at(20), at(30))).toBe(true);
  });

  it('forgets what is too old, and nothing else', () => {
    const made = absences('A!XB maxspan=50', 1, 5, 15, 15, 25);
    made.forgetBefore(15);
    expect(made.holdUntil(X, [at(0), at(15)])).toBe(true);
    expect(made.holdUntil(X, [at(10), at(20)])).toBe(false);
    made.forgetBefore(100);
    expect(made.holdUntil(X, [at(0), at(99)])).toBe(true);
    made.record(1, X, 101);
    expect(made.holdUntil(X, [at(100), at(102)])).toBe(false);
  });
});
