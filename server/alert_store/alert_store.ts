// SPDX-License-Identifier: Apache-2.0
import type { AlertIdentity, SequenceAlert } from '../../common/alerts';

/** Where alerts live, of one space. Throws a `Failure`. */
export interface AlertStore {
  /** Makes sure that alerts can be written. */
  prepare(signal: AbortSignal): Promise<void>;
  /**
   * The shell ids of those that need not be written, since an alert of the same rule has the same
   * execution and connection, or the same connection where one of them knows no execution; whoever raised it and
   * whichever compilation it chose.
   */
  findAlerted(alerts: readonly AlertIdentity[], signal: AbortSignal): Promise<ReadonlySet<string>>;
  /**
   * Writes alerts that are not there yet, each whole or not at all as far as people see: a shell is only written
   * once its building blocks are there. Answers with the ids of the shells that this call has created;
   * what exists is left as it is. Throws a `PartlyWritten` when it fails after it has created some shells.
   */
  create(alerts: readonly SequenceAlert[], signal: AbortSignal): Promise<ReadonlySet<string>>;
}
