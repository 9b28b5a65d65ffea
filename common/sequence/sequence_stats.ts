// SPDX-License-Identifier: Apache-2.0

/** What a matcher has done so far. */
export interface SequenceStats {
  /** Events that matched at least one stage, or until. */
  readonly seen: number;
  /** Events that matched each stage. */
  readonly matched: readonly number[];
  /** Sequences begun and waiting for their next event. */
  readonly inFlight: number;
  /** Sequences dropped because maxspan was over. */
  readonly expired: number;
  /** Sequences ended by until. */
  readonly ended: number;
  /** Sequences dropped because an event occurred that had to be missing. */
  readonly contradicted: number;
  readonly completed: number;
}
