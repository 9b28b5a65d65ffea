// SPDX-License-Identifier: Apache-2.0
import { Failure } from '../failure';
import type { Notice } from '../notice';

/** A part that fails is told among the problems; the alert itself is worth showing without it. */
export const orProblem = async <T>(part: Promise<T>, problems: Notice[]): Promise<T | null> => {
  try {
    return await part;
  } catch (error) {
    if (!(error instanceof Failure) || error.kind === 'cancelled') {
      throw error;
    }
    problems.push({ message: error.message, remedy: error.remedy });
    return null;
  }
};
