// SPDX-License-Identifier: Apache-2.0

/** What an alert document says about the run that wrote it. */
export interface AlertContext {
  /** When it is written, in milliseconds since 1970. */
  readonly now: number;
  readonly spaceId: string;
  readonly kibanaVersion: string;
  /** Of the rule's run. */
  readonly executionId: string;
}
