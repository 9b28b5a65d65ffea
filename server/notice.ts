// SPDX-License-Identifier: Apache-2.0

/** Something to tell people: what it is, with its place, and what they can do about it. */
export interface Notice {
  readonly message: string;
  /** A full sentence without a full stop. */
  readonly remedy: string;
}

/** As one line of a log or of a rule's outcome. */
export const inWords = ({ message, remedy }: Notice): string => `${message}. ${remedy}.`;
