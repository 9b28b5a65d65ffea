// SPDX-License-Identifier: Apache-2.0
import type { RunResult } from '../doubles/kibana/executor_harness';

/**
 * Asserts that a run tells of what was amiss: in its outcome, with the cause first and then what to do about it.
 */
export const expectTold = (
  { outcome, messages }: RunResult,
  expected: {
    readonly outcome: 'warning' | 'failed';
    readonly cause: RegExp;
    readonly remedy: RegExp;
  },
): void => {
  expect(outcome).toBe(expected.outcome);
  const text = messages.join(' ');
  const cause = expected.cause.exec(text);
  expect({ text, cause: cause?.[0] }).toEqual({ text, cause: expect.any(String) });
  const rest = text.slice((cause?.index ?? 0) + (cause?.[0].length ?? 0));
  expect(rest).toMatch(expected.remedy);
};
