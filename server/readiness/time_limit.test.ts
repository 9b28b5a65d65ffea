// SPDX-License-Identifier: Apache-2.0
import { withinTime } from './time_limit';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const options = () => ({
  timeLimit: 10_000,
  own: new AbortController(),
  tooLong: () => new Error('too long'),
});

it('answers with what the work answers, and leaves no timer', async () => {
  expect(await withinTime(async () => 'done', options())).toBe('done');
  expect(jest.getTimerCount()).toBe(0);
});

it('ends the work when the time is over, whether it heeds the signal or not', async () => {
  let given: AbortSignal | undefined;
  const result = withinTime((signal) => {
    given = signal;
    return new Promise(() => undefined);
  }, options());
  const told = expect(result).rejects.toThrow('too long');
  jest.advanceTimersByTime(9_999);
  expect(given?.aborted).toBe(false);
  jest.advanceTimersByTime(1);
  await told;
  expect(given?.aborted).toBe(true);
});
