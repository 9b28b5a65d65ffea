// SPDX-License-Identifier: Apache-2.0
import type { ExclusionItem } from '../../common/api';
import { problemOf, type Problem } from '../problem';
import type { ExclusionsApi } from './exclusions_api';
import { draftOf, formOf } from './form';

export interface BulkOutcome {
  readonly done: number;
  readonly failed: readonly { readonly name: string; readonly problem: Problem }[];
}

/** Does the same to each item; one that fails, such as with a conflict, does not keep the others from it. */
export const forEachItem = async <T extends { readonly name: string }>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<BulkOutcome> => {
  const failed: { name: string; problem: Problem }[] = [];
  for (const item of items) {
    try {
      await work(item);
    } catch (error) {
      failed.push({ name: item.name, problem: problemOf(error) });
    }
  }
  return { done: items.length - failed.length, failed };
};

export const deleteItems = (
  api: Pick<ExclusionsApi, 'remove'>,
  items: readonly ExclusionItem[],
): Promise<BulkOutcome> =>
  forEachItem(items, ({ itemId, version }) => api.remove({ itemId, version: version ?? '' }));

/** Lets items expire at another time; null is never. */
export const extendItems = (
  api: Pick<ExclusionsApi, 'change'>,
  items: readonly ExclusionItem[],
  expireTime: string | null,
): Promise<BulkOutcome> =>
  forEachItem(items, (item) => {
    const form = { ...formOf(item), expireTime };
    // Conditions that can not be read are sent as they are, so that the server tells why it refuses them.
    const entries = item.entries as ReturnType<typeof draftOf>['entries'];
    return api.change({
      ...draftOf(form, []),
      entries,
      itemId: item.itemId,
      version: item.version ?? '',
    });
  });
