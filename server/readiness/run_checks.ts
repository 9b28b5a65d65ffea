// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
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

/**
 * Runs all checks at the same time. One that fails or takes too long is `unknown`; the others go on. Throws
 * when the signal of the context is aborted.
 */
export const runChecks = async (
  checks: readonly Check[],
  context: CheckContext,
  { timeLimit, now }: RunChecksOptions,
): Promise<CheckResult[]> => {
  const { signal } = context.access;
  const own = checks.map(() => new AbortController());
  // One listener for all; `AbortSignal.any` came with Node 20, Kibana 8.12 runs on 18.
  const abort = () => own.forEach((controller) => controller.abort());
  signal.addEventListener('abort', abort);
  try {
    return await Promise.all(
      checks.map(async (check, i) => ({
        id: check.id,
        title: check.title(),
        ...(await runCheck(check, context, own[i] ?? new AbortController(), timeLimit)),
        checkedAt: new Date(now()).toISOString(),
      })),
    );
  } finally {
    signal.removeEventListener('abort', abort);
  }
};

const runCheck = async (
  check: Check,
  context: CheckContext,
  own: AbortController,
  timeLimit: number,
): Promise<CheckOutcome> => {
  const { access } = context;
  try {
    return await withinTime((signal) => check.run({ ...context, access: { ...access, signal } }), {
      timeLimit,
      own,
      tooLong: () => tookTooLong(timeLimit),
    });
  } catch (error) {
    const { kind, message, remedy } = kibanaFailure(
      error,
      i18n.translate('recentlyCompiled.task.check', { defaultMessage: 'The check' }),
    );
    if (kind === 'cancelled' && access.signal.aborted) {
      throw error;
    }
    return { status: 'unknown', message, remedy };
  }
};

/** For whatever took longer than it may, in milliseconds. */
export const tookTooLong = (timeLimit: number): Failure =>
  new Failure('timeout', {
    message: i18n.translate('recentlyCompiled.checks.anyCheck.tooLong', {
      defaultMessage: 'The check was not done within {seconds, number} s',
      values: { seconds: timeLimit / 1000 },
    }),
    remedy: i18n.translate('recentlyCompiled.checks.anyCheck.tooLongRemedy', {
      defaultMessage: 'Check how busy the cluster is, then run the check again',
    }),
  });
