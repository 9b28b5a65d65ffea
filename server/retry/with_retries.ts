// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { throwIfCancelled } from '../cancellation';
import { Failure } from '../failure';
import type { Clock } from './clock';

export interface RetryOptions {
  /** When the run must be over, in milliseconds since 1970. */
  readonly deadline: number;
  readonly clock: Clock;
}

const FIRST_DELAY = 500;
const LONGEST_DELAY = 30_000;

/**
 * Does a task, and again as long as the cluster is busy and the run's time allows it: after half a second
 * or less, then about twice as long each time, at most half a minute. The part that is left to chance keeps runs
 * that failed together from coming back together.
 */
export const withRetries = async <T>(
  task: () => Promise<T>,
  signal: AbortSignal,
  { deadline, clock }: RetryOptions,
): Promise<T> => {
  const start = clock.now();
  if (start >= deadline) {
    throw new Failure('timeout', {
      message: i18n.translate('recentlyCompiled.run.usedUp', {
        defaultMessage: 'The time of the run is used up',
      }),
      remedy: i18n.translate('recentlyCompiled.run.usedUpRemedy', {
        defaultMessage:
          'The next run goes on from here; raise the timeout of the rule if that is frequent',
      }),
    });
  }
  for (let tries = 1; ; tries += 1) {
    throwIfCancelled(
      signal,
      i18n.translate('recentlyCompiled.task.run', { defaultMessage: 'The run' }),
    );
    try {
      return await task();
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'busy') {
        throw error;
      }
      const delay = delayAfter(tries, clock.random());
      if (clock.now() + delay >= deadline) {
        throw givenUp(error, tries, clock.now() - start);
      }
      await clock.sleep(delay, signal);
    }
  }
};

const delayAfter = (tries: number, chance: number): number => {
  const longest = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (tries - 1));
  return longest / 2 + (chance * longest) / 2;
};

const givenUp = (last: Failure, tries: number, passed: number): Failure =>
  new Failure(
    'busy',
    {
      message: i18n.translate('recentlyCompiled.run.tried', {
        defaultMessage:
          '{message} (tried {tries, plural, one {once} other {{tries} times}} within {seconds} s)',
        values: { message: last.message, tries, seconds: Math.round(passed / 1000) },
      }),
      remedy: last.remedy,
    },
    last,
  );
