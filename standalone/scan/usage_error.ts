// SPDX-License-Identifier: Apache-2.0
import { sentence } from '../output/sentence';

/** The command line is wrong: how, and what helps. */
export class UsageError extends Error {
  override readonly name = 'UsageError';

  constructor(reason: string, remedy?: string) {
    super([reason, ...(remedy === undefined ? [] : [remedy])].map(sentence).join(' '));
  }
}
