// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';

/**
 * The id under which the rule of a space is installed, always the same, so that two people who install it at
 * the same moment get one rule. Kibana demands the form of a UUID for objects with encrypted parts (observed
 * in its saved objects service); the ids of rules are unique over all spaces.
 */
export const ownRuleId = (spaceId: string): string => {
  const hash = createHash('sha256').update(`recently-compiled rule in ${spaceId}`).digest('hex');
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    // Version 8 of RFC 9562, which leaves it to us where the bits come from, and its variant.
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
};
