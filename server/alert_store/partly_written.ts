// SPDX-License-Identifier: Apache-2.0
import { Failure } from '../failure';

/** Some alerts could not be written, but others were, of which people are still to be notified. */
export class PartlyWritten extends Failure {
  constructor(
    failure: Failure,
    /** The ids of the shells that were created. */
    readonly created: ReadonlySet<string>,
  ) {
    super(failure.kind, failure, failure);
  }
}

/** The error itself, where nothing was created before it. */
export const withCreated = (error: unknown, created: ReadonlySet<string>): unknown =>
  error instanceof Failure && created.size > 0 ? new PartlyWritten(error, created) : error;
