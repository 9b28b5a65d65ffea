// SPDX-License-Identifier: Apache-2.0
import type { InstallPorts } from './ports';
import { nextStep, withMade, withStep, withUndo, type Progress } from './progress';
import { STEPS } from './steps';
import { undo } from './undo';

/**
 * Does what is left to do, one step after the other, until all is done or one fails. Never rejects: a failure is
 * part of what is told. @returns how far it came
 */
export async function runSteps(
  from: Progress,
  ports: InstallPorts,
  tell: (progress: Progress) => void,
): Promise<Progress> {
  let progress = from;
  const change = (next: Progress): void => {
    progress = next;
    tell(next);
  };
  for (let step = nextStep(progress); step !== undefined; step = nextStep(progress)) {
    change(withStep(progress, step, { status: 'running' }));
    try {
      const { outcome, made } = await STEPS[step](progress, ports, (known) =>
        change(withMade(progress, known)),
      );
      change(withStep(withMade(progress, made), step, { status: 'done', outcome }));
    } catch (error) {
      change(withStep(progress, step, { status: 'failed', error }));
      return progress;
    }
  }
  return progress;
}

/** Takes back what was done. @returns undefined once all is taken back, else how it stands */
export async function undoSteps(
  progress: Progress,
  ports: InstallPorts,
  tell: (progress: Progress) => void,
): Promise<Progress | undefined> {
  tell(withUndo(progress, 'running'));
  try {
    await undo(progress, ports);
    return undefined;
  } catch (error) {
    const failed = withUndo(progress, { error });
    tell(failed);
    return failed;
  }
}
