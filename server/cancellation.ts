// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { Failure } from './failure';

/** The failure of a task, such as `The search for sequences`, that was called off. */
export const cancelled = (task: string, cause?: unknown): Failure =>
  new Failure(
    'cancelled',
    {
      message: i18n.translate('recentlyCompiled.failure.cancelled', {
        defaultMessage: '{task} was called off',
        values: { task },
      }),
      remedy: i18n.translate('recentlyCompiled.failure.cancelledRemedy', {
        defaultMessage: 'Nothing is lost, the next run does it again',
      }),
    },
    cause,
  );

export const throwIfCancelled = (signal: AbortSignal, task: string): void => {
  if (signal.aborted) {
    throw cancelled(task);
  }
};
