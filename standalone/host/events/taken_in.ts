// SPDX-License-Identifier: Apache-2.0

/** What was taken in of one input. */
export interface TakenIn {
  readonly name: string;
  readonly events: number;
  /** Those that were there already. */
  readonly known: number;
  /** What was left out and why, at most some of it. */
  readonly problems: readonly string[];
}
