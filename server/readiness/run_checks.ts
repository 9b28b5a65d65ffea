// SPDX-License-Identifier: Apache-2.0
import type { CheckResult } from '../../common/api';
import { Failure } from '../failure';
import { kibanaFailure } from '../kibana_failure';
import type { Check, CheckContext, CheckOutcome } from './check';
import { withinTime } from './time_limit';

export interface RunChecksOptions {
  /** How long one check may take, in milliseconds. */
  readonly timeLimit: number;
  readonly now: () => number;
}

/** Runs all checks at the same time. One that fails or takes too long is `unknown`; the others go on. */
export const runChecks = (
  checks: readonly Check[],
  context: CheckContext,
  options: RunChecksOptions,
): Promise<CheckResult[]> =>
  Promise.all(
    checks.map(async (check) => {
      const outcome = await runCheck(check, context, options);
      return {
        id: check.id,
        title: check.title,
        ...outcome,
        checkedAt: new Date(options.now()).toISOString(),
      };
    }),
  );

const runCheck = async (
  check: Check,
  context: CheckContext,
  { timeLimit }: RunChecksOptions,
): Promise<CheckOutcome> => {
  const { access } = context;
  try {
    return await withinTime((signal) => check.run({ ...context, access: { ...access, signal } }), {
      timeLimit,
      parent: access.signal,
      tooLong: () => tookTooLong(timeLimit),
    });
  } catch (error) {
    const { kind, message, remedy } = kibanaFailure(error, 'The check');
    if (kind === 'cancelled' && access.signal.aborted) {
      throw error;
    }
    return { status: 'unknown', message, remedy };
  }
};

/** For whatever took longer than it may, in milliseconds. */
export const tookTooLong = (timeLimit: number): Failure =>
  new Failure('timeout', {
    message: `The check was not done within ${timeLimit / 1000} s`,
    remedy: 'Check how busy the cluster is, then run the check again',
  });
