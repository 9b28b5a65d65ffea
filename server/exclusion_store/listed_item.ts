// SPDX-License-Identifier: Apache-2.0
import type { ExclusionItem } from '../../common/api';
import { exclusionSchema, type Exclusion } from '../../common/exclusions';

/** An exclusion, and the list that holds it. */
export interface ListedItem {
  readonly listId: string;
  readonly item: ExclusionItem;
}

/** As a run applies it, in force or not; undefined where it can not be applied. */
export const asExclusion = ({ listId, item }: ListedItem): Exclusion | undefined => {
  const read = exclusionSchema.safeParse({
    item_id: item.itemId,
    list_id: listId,
    name: item.name,
    description: item.description,
    entries: item.entries,
    os_types: item.osTypes,
  });
  return read.success ? read.data : undefined;
};
