// SPDX-License-Identifier: Apache-2.0

/** What a sequence looks for, stage by stage; which events match is decided elsewhere. */
export interface SequenceShape {
  readonly stages: readonly { readonly missing: boolean }[];
  /** Milliseconds from the first to the last event, inclusive; unlimited when absent. */
  readonly maxspan?: number;
}
