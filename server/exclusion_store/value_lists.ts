// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { canApplyList, type Exclusion } from '../../common/exclusions';
import { throwIfCancelled } from '../cancellation';
import { elasticsearchFailure } from '../elasticsearch';
import type { ListClient } from '../kibana_contracts';
import type { Notice } from '../notice';
import type { LoadedExclusions } from './exclusion_source';

/** The values of all lists that exclusions name, each read once. */
export const loadValueLists = async (
  exclusions: readonly Exclusion[],
  client: ListClient,
  signal: AbortSignal,
): Promise<Pick<LoadedExclusions, 'valueLists' | 'notRead'>> => {
  const values = new Map<string, readonly string[]>();
  const notRead: Notice[] = [];
  for (const id of listIds(exclusions)) {
    throwIfCancelled(
      signal,
      i18n.translate('recentlyCompiled.task.readValueLists', {
        defaultMessage: 'The look at the value lists',
      }),
    );
    try {
      const found = await client.findAllListItems({
        listId: id,
        filter: '',
        sortField: undefined,
        sortOrder: undefined,
      });
      if (found) {
        values.set(
          id,
          found.data.map(({ value }) => value),
        );
      }
    } catch (error) {
      const task = i18n.translate('recentlyCompiled.task.readValueList', {
        defaultMessage: 'The look at the value list [{id}]',
        values: { id },
      });
      const failure = elasticsearchFailure(error, { task, indices: ['.lists*', '.items*'] });
      if (failure.kind === 'busy') {
        throw failure;
      }
      notRead.push(failure);
    }
  }
  return { valueLists: (id) => values.get(id), notRead };
};

/** Of the types that can be applied; of the others it is told without their values. */
const listIds = (exclusions: readonly Exclusion[]): ReadonlySet<string> =>
  new Set(
    exclusions
      .flatMap(({ entries }) => entries)
      .flatMap((entry) => (entry.type === 'list' && canApplyList(entry) ? [entry.list.id] : [])),
  );
