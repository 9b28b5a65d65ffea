// SPDX-License-Identifier: Apache-2.0
import { timelineOf } from './timeline_scale';

const T = Date.parse('2026-11-24T11:57:35.000Z');

test('events stand where their times put them, each with the gap before it', () => {
  const { points, span } = timelineOf([T, T + 1_000, T + 1_500, T + 4_000]);
  expect(span).toBe(4_000);
  expect(points).toEqual([
    { position: 0, after: 0, gap: undefined },
    { position: 0.25, after: 1_000, gap: 1_000 },
    { position: 0.375, after: 1_500, gap: 500 },
    { position: 1, after: 4_000, gap: 2_500 },
  ]);
});

test.each([
  [4_000, [0, 1_000, 2_000, 3_000, 4_000]],
  [57, [0, 20, 40]],
  [3, [0, 1, 2, 3]],
  [48_000, [0, 10_000, 20_000, 30_000, 40_000]],
  [60_000, [0, 15_000, 30_000, 45_000, 60_000]],
  [3_600_000, [0, 1_800_000, 3_600_000]],
  [86_400_000, [0, 18_000_000, 36_000_000, 54_000_000, 72_000_000]],
])('over %s ms the ticks are round', (span, expected) => {
  const { ticks } = timelineOf([T, T + span]);
  expect(ticks.map(({ after }) => after)).toEqual(expected);
  expect(ticks.at(-1)?.position).toBeLessThanOrEqual(1);
});

test('events of one moment stand in the middle', () => {
  const { points, ticks, span } = timelineOf([T, T]);
  expect(span).toBe(0);
  expect(points.map((point) => point?.position)).toEqual([0.5, 0.5]);
  expect(ticks).toEqual([{ position: 0.5, after: 0 }]);
});

test('an unknown time has no place, and the next gap counts from the one before', () => {
  const { points } = timelineOf([T, undefined, T + 10]);
  expect(points[1]).toBeUndefined();
  expect(points[2]?.gap).toBe(10);
});

test('an event may come before the one of the stage before it', () => {
  const { points } = timelineOf([T + 5, T]);
  expect(points).toEqual([
    { position: 1, after: 5, gap: undefined },
    { position: 0, after: 0, gap: -5 },
  ]);
});

test('without any time there is nothing to place', () => {
  expect(timelineOf([undefined]).points).toEqual([undefined]);
  expect(timelineOf([]).span).toBe(0);
});
