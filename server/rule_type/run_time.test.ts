// SPDX-License-Identifier: Apache-2.0
import { RUN_TIMEOUT, runTime, type RunTime } from './run_time';

const MINUTE = 60_000;

let now = 0;
let isStopped = false;
let time: RunTime;

beforeEach(() => {
  jest.useFakeTimers();
  now = 1_000_000;
  isStopped = false;
  time = runTime(() => isStopped, { now: () => now }, RUN_TIMEOUT.milliseconds);
});

afterEach(() => {
  time.release();
  jest.useRealTimers();
});

const pass = (duration: number): void => {
  now += duration;
  jest.advanceTimersByTime(duration);
};

test('the timeout as Kibana reads it is the one that is reckoned with', () => {
  expect(RUN_TIMEOUT).toEqual({ text: '10m', milliseconds: 10 * MINUTE });
});

test('new work is begun in the first six minutes of ten', () => {
  pass(6 * MINUTE);
  expect(time.shouldEnd()).toBe(false);
  pass(1);
  expect(time.shouldEnd()).toBe(true);
  expect(time.signal.aborted).toBe(false);
});

test('what is under way is called off after nine, when nothing is tried again either', () => {
  expect(time.deadline).toBe(1_000_000 + 9 * MINUTE);
  pass(9 * MINUTE);
  expect(time.signal.aborted).toBe(false);
  pass(500);
  expect(time.signal.aborted).toBe(true);
});

test('all ends within half a second when Kibana wants the run to stop', () => {
  pass(MINUTE);
  isStopped = true;
  expect(time.shouldEnd()).toBe(true);
  expect(time.signal.aborted).toBe(false);
  pass(500);
  expect(time.signal.aborted).toBe(true);
});

test('nothing is watched after the run', () => {
  time.release();
  expect(jest.getTimerCount()).toBe(0);
  isStopped = true;
  pass(10 * MINUTE);
  expect(time.signal.aborted).toBe(false);
});
