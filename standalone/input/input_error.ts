// SPDX-License-Identifier: Apache-2.0
import { sentence } from '../output/sentence';

/** An input that can not be read: which, why, and what helps. */
export class InputError extends Error {
  override readonly name = 'InputError';

  constructor(
    readonly input: string,
    readonly reason: string,
    readonly remedy: string,
  ) {
    super(`${input}: ${sentence(reason)} ${sentence(remedy)}`);
  }
}
