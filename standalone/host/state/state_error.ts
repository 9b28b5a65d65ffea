// SPDX-License-Identifier: Apache-2.0

/** The data folder can not be used: which, why, and what helps. */
export class StateError extends Error {
  override readonly name = 'StateError';

  constructor(
    readonly folder: string,
    reason: string,
    remedy: string,
    options?: ErrorOptions,
  ) {
    super(`${folder}: ${reason}. ${remedy}.`, options);
  }
}
