// SPDX-License-Identifier: Apache-2.0
import { Failure, type FailureKind } from '../failure';
import { SYSTEM_CLOCK, withRetries, type Clock } from '.';

const failure = (kind: FailureKind): Failure =>
  new Failure(kind, { message: 'The search was refused', remedy: 'Wait' });

/** Time passes only in sleep, and nothing is left to chance. */
const clockOf = (onSleep: () => void = () => {}): Clock & { readonly slept: number[] } => {
  const slept: number[] = [];
  let time = 0;
  return {
    slept,
    now: () => time,
    random: () => 1,
    sleep: async (duration) => {
      slept.push(duration);
      time += duration;
      onSleep();
    },
  };
};

/** Fails with each of these, then gives an answer. */
const taskOf = (...failures: readonly Error[]): (() => Promise<string>) => {
  const left = [...failures];
  return async () => {
    const next = left.shift();
    if (next) {
      throw next;
    }
    return 'answer';
  };
};

const never = new AbortController().signal;

describe('repeating what a busy cluster refused', () => {
  test('waits twice as long each time until it succeeds', async () => {
    const clock = clockOf();
    const task = taskOf(failure('busy'), failure('busy'), failure('busy'));
    await expect(withRetries(task, never, { deadline: 60_000, clock })).resolves.toBe('answer');
    expect(clock.slept).toEqual([500, 1000, 2000]);
  });

  test('chance halves a delay at most', async () => {
    const clock = { ...clockOf(), random: () => 0 };
    await withRetries(taskOf(failure('busy')), never, { deadline: 60_000, clock });
    expect(clock.slept).toEqual([250]);
  });

  test('never waits longer than half a minute', async () => {
    const clock = clockOf();
    const task = taskOf(...Array.from({ length: 10 }, () => failure('busy')));
    await withRetries(task, never, { deadline: 600_000, clock });
    expect(Math.max(...clock.slept)).toBe(30_000);
  });

  test('gives up when the time of the run would be over, and says how often it tried', async () => {
    const clock = clockOf();
    const task = async (): Promise<never> => {
      throw failure('busy');
    };
    await expect(withRetries(task, never, { deadline: 5_000, clock })).rejects.toMatchObject({
      kind: 'busy',
      message: 'The search was refused (tried 4 times within 4 s)',
      remedy: 'Wait',
    });
  });

  test('does not begin when the time is over', async () => {
    const clock = clockOf();
    await expect(withRetries(taskOf(), never, { deadline: 0, clock })).rejects.toMatchObject({
      kind: 'timeout',
    });
  });

  test.each<FailureKind>(['missing_index', 'query_rejected', 'missing_privilege', 'cancelled'])(
    'does not repeat %s',
    async (kind) => {
      const clock = clockOf();
      const task = taskOf(failure(kind));
      await expect(withRetries(task, never, { deadline: 9_000, clock })).rejects.toMatchObject({
        kind,
      });
      expect(clock.slept).toEqual([]);
    },
  );

  test('does not repeat a bug', async () => {
    const clock = clockOf();
    const task = taskOf(new TypeError('x'));
    await expect(withRetries(task, never, { deadline: 9_000, clock })).rejects.toThrow(TypeError);
  });

  test('stops when it is called off while it waits', async () => {
    const controller = new AbortController();
    const clock = clockOf(() => controller.abort());
    const task = taskOf(failure('busy'));
    await expect(
      withRetries(task, controller.signal, { deadline: 9_000, clock }),
    ).rejects.toMatchObject({ kind: 'cancelled' });
  });

  test('a real sleep ends with the signal', async () => {
    const controller = new AbortController();
    const sleeping = SYSTEM_CLOCK.sleep(3_600_000, controller.signal);
    controller.abort();
    await expect(sleeping).resolves.toBeUndefined();
  });
});
