// SPDX-License-Identifier: Apache-2.0
import type { Exclusion, ValueLists } from '../../common/exclusions';

/** Reads all value lists that exclusions name, each once. */
export const readValueLists = async (
  exclusions: readonly Pick<Exclusion, 'entries'>[],
  read: (id: string) => Promise<readonly string[] | undefined>,
): Promise<ValueLists> => {
  const ids = exclusions.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.type === 'list' ? [entry.list.id] : [])),
  );
  const values = new Map(
    await Promise.all([...new Set(ids)].map(async (id) => [id, await read(id)] as const)),
  );
  return (id) => values.get(id);
};
