// SPDX-License-Identifier: Apache-2.0
import type { Run } from '../../common/api';
import { isSpan, newestOf, pointsOf, RUN_FIGURES } from './run_series';

const run = (minute: number, events: number | null): Run => ({
  startedAt: `2026-11-24T11:0${minute}:00.000Z`,
  outcome: events === null ? 'failed' : 'succeeded',
  durationMs: 900,
  events,
  sequences: events,
  created: events,
  latenessMs: events,
  gapMs: events,
});

const RUNS = [run(3, null), run(2, 20), run(1, 0)];

test('runs stand from left to right, and one without a figure leaves its place empty', () => {
  expect(pointsOf(RUNS, 'events').map(({ place, value }) => [place, value])).toEqual([
    [0, 0],
    [1, 20],
  ]);
  expect(
    pointsOf(RUNS, 'durationMs').map(({ place, run: { outcome } }) => [place, outcome]),
  ).toEqual([
    [0, 'succeeded'],
    [1, 'succeeded'],
    [2, 'failed'],
  ]);
});

test('the newest figure is that of the last run that kept one', () => {
  expect(newestOf(RUNS, 'events')).toBe(20);
  expect(newestOf([run(3, null)], 'events')).toBeNull();
  expect(newestOf([], 'durationMs')).toBeNull();
});

test('tells spans from counts', () => {
  expect(RUN_FIGURES.filter(isSpan)).toEqual(['durationMs', 'latenessMs', 'gapMs']);
});
