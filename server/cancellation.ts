// SPDX-License-Identifier: Apache-2.0
import { Failure } from './failure';

/** The failure of a task, such as `The search for sequences`, that was called off. */
export const cancelled = (task: string, cause?: unknown): Failure =>
  new Failure(
    'cancelled',
    { message: `${task} was called off`, remedy: 'Nothing is lost, the next run does it again' },
    cause,
  );

export const throwIfCancelled = (signal: AbortSignal, task: string): void => {
  if (signal.aborted) {
    throw cancelled(task);
  }
};
