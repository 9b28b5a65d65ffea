// SPDX-License-Identifier: Apache-2.0
import { EXCLUSION_LIST_ID } from '../../common/api';
import { linkedExclusions, type LinkedExclusionsOptions } from './linked_exclusions';
import type { ListedItem } from './listed_item';
import { OWN_LIST } from './own_list';

/** The items of our list and of those of the linked Security rule, as far as the user may read them. */
export const allItems = async (
  options: LinkedExclusionsOptions,
  securityRuleId: string | null,
): Promise<ListedItem[]> => {
  const [own, { lists }] = await Promise.all([
    options.store.itemsOf(OWN_LIST),
    linkedExclusions(options, securityRuleId),
  ]);
  return [{ listId: EXCLUSION_LIST_ID, items: own?.items ?? [] }, ...lists].flatMap(
    ({ listId, items }) => items.map((item) => ({ listId, item })),
  );
};
