// SPDX-License-Identifier: Apache-2.0
import { nameBasedUuid } from './name_based_uuid';

/** Of no meaning but to tell our names from those of others. */
const NAMESPACE = 'd2b6d6c6-7c0a-4d53-9b1e-2f0f6a3f4f5e';

/**
 * The id under which the rule of a space is installed, always the same, so that two people who install it at
 * the same moment get one rule; the ids of rules are unique over all spaces. Kibana 8.12 takes the id of an object
 * with encrypted parts only where it is a UUID of a version from 1 to 5 (its sources, `SavedObjectsUtils.isRandomId`).
 */
export const ownRuleId = (spaceId: string): string =>
  nameBasedUuid(NAMESPACE, `recently-compiled rule in ${spaceId}`);
