// SPDX-License-Identifier: Apache-2.0
import type { SecurityRule } from '../../common/alerts';

/** Reads Security rules. Throws a `Failure`. */
export interface SecurityRuleSource {
  /** Undefined for one that does not exist (any more). */
  read(id: string, spaceId: string): Promise<SecurityRule | undefined>;
}
