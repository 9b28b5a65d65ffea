// SPDX-License-Identifier: Apache-2.0
import type { PastRun } from '../rule_type/executor/run_state';
import { pastRuns } from './past_runs';

const at = (second: number): string => new Date(second * 1000).toISOString();

const run = (second: number, outcome: PastRun['outcome'] = 'succeeded'): PastRun => ({
  startedAt: at(second),
  outcome,
  durationMs: 2_000,
  events: 9,
  sequences: 1,
  created: 1,
  latenessMs: 0,
  gapMs: 0,
});

/** As Kibana notes it, a moment after the start. */
const line = (second: number, success = true) => ({
  timestamp: second * 1000 + 120,
  success,
  duration: 2_100,
});

const seen = (runs: ReturnType<typeof pastRuns>) =>
  runs.map(({ startedAt, outcome, events }) => [Date.parse(startedAt) / 1000, outcome, events]);

test('runs that threw stand between those that kept their figures', () => {
  expect(
    seen(pastRuns([run(10), run(30, 'warning')], [line(10), line(20, false), line(30)])),
  ).toEqual([
    [30, 'warning', 9],
    [20.12, 'failed', null],
    [10, 'succeeded', 9],
  ]);
});

test('a run that failed after a part of its work is there once, with its figures', () => {
  expect(seen(pastRuns([run(10, 'failed')], [line(10, false)]))).toEqual([[10, 'failed', 9]]);
});

test('runs of before the history, and without monitoring, are told as far as they are known', () => {
  expect(seen(pastRuns([run(30)], [line(10), line(30)]))).toEqual([
    [30, 'succeeded', 9],
    [10.12, 'succeeded', null],
  ]);
  expect(pastRuns([], [{ timestamp: 1000, success: true }])[0]?.durationMs).toBeNull();
  expect(pastRuns([run(10)], [])).toHaveLength(1);
});

test('where time stands still, a run that threw is not taken for one that did not', () => {
  expect(
    seen(pastRuns([run(10), run(10)], [line(10), line(10, false), line(10)])).map(
      ([, outcome]) => outcome,
    ),
  ).toEqual(['failed', 'succeeded', 'succeeded']);
});

test('of runs that started at the same time the last is the newest', () => {
  const runs = pastRuns([run(10), { ...run(10), events: 0 }], []);
  expect(runs.map(({ events }) => events)).toEqual([0, 9]);
});

test('of many the newest are told', () => {
  const lines = Array.from({ length: 200 }, (_, i) => line(i, false));
  const runs = pastRuns([], lines);
  expect(runs).toHaveLength(50);
  expect(runs[0]?.startedAt).toBe('1970-01-01T00:03:19.120Z');
});
