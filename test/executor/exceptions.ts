// SPDX-License-Identifier: Apache-2.0
import type { KibanaDouble } from '../doubles/kibana/kibana_double';

export interface ExceptionItem {
  readonly name: string;
  readonly entries: unknown[];
  readonly expireTime?: string;
}

/** Makes an exception list with these items; in the default space unless told. */
export const addExceptions = async (
  { lists }: KibanaDouble,
  listId: string,
  items: readonly ExceptionItem[],
  spaceId?: string,
): Promise<void> => {
  const client = lists.exceptions.client(undefined, spaceId);
  const list = { listId, namespaceType: 'single' as const };
  await client.createExceptionList({
    ...list,
    name: listId,
    description: '',
    type: 'detection',
    immutable: false,
    meta: undefined,
    tags: [],
    version: 1,
  });
  for (const { name, entries, expireTime } of items) {
    await client.createExceptionListItem({
      ...list,
      itemId: name,
      name,
      description: '',
      entries,
      osTypes: [],
      tags: [],
      comments: [],
      meta: undefined,
      expireTime,
      type: 'simple',
    });
  }
};

/** A condition of an exception item: the field has this value. */
export const is = (field: string, value: string): object => ({
  field,
  value,
  type: 'match',
  operator: 'included',
});
