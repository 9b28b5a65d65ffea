// SPDX-License-Identifier: Apache-2.0

export interface PatternOptions {
  /** Folds A to Z only. */
  readonly caseInsensitive: boolean;
}

/** Whether the whole text matches. */
export type TextTest = (text: string) => boolean;
