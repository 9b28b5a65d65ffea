// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { exclusionSchema, type Exclusion } from '../../common/exclusions';
import { zodMessages } from '../../common/zod_messages';
import { throwIfCancelled } from '../cancellation';
import type { ExceptionListClient, ListClient } from '../kibana_contracts';
import type { Notice } from '../notice';
import { savedObjectFailure } from '../saved_objects/saved_object_failure';
import type { ExceptionListReference, ExclusionSource, LoadedExclusions } from './exclusion_source';
import { loadValueLists } from './value_lists';

/**
 * All items of a list come in one page, since pages have no order of their own. Elasticsearch gives no more, and
 * Kibana lets no list grow larger.
 */
const MOST_ITEMS = 10_000;

/** Exclusions from Security's exception lists and value lists, read with the rights of the client's user. */
export class SecurityExclusionSource implements ExclusionSource {
  constructor(
    private readonly exceptionLists: ExceptionListClient,
    private readonly valueLists: ListClient,
  ) {}

  async load(
    lists: readonly ExceptionListReference[],
    signal: AbortSignal,
  ): Promise<LoadedExclusions> {
    const exclusions: Exclusion[] = [];
    const notRead: Notice[] = [];
    for (const list of lists) {
      throwIfCancelled(
        signal,
        i18n.translate('recentlyCompiled.task.lookAtExclusions', {
          defaultMessage: 'The look at the exclusions',
        }),
      );
      const read = await this.items(list);
      exclusions.push(...read.exclusions);
      notRead.push(...read.notRead);
    }
    const values = await loadValueLists(exclusions, this.valueLists, signal);
    return {
      exclusions,
      valueLists: values.valueLists,
      notRead: [...notRead, ...values.notRead],
    };
  }

  private async items(
    list: ExceptionListReference,
  ): Promise<Pick<LoadedExclusions, 'exclusions' | 'notRead'>> {
    const found = await this.find(list);
    if (!found) {
      return { exclusions: [], notRead: list.isOptional === true ? [] : [unreadable(list)] };
    }
    const exclusions: Exclusion[] = [];
    const notRead: Notice[] = [];
    for (const item of found.data) {
      const read = exclusionSchema.safeParse(item, { errorMap: zodMessages });
      if (read.success) {
        exclusions.push(read.data);
      } else {
        const [issue] = read.error.issues;
        notRead.push({
          message: i18n.translate('recentlyCompiled.run.itemNotApplied', {
            defaultMessage:
              'The exclusion [{name}] in the exception list [{list}] is not applied: {place}: {reason}',
            values: {
              name: item.name,
              list: list.list_id,
              place: issue?.path.join('.') ?? '',
              reason: issue?.message ?? '',
            },
          }),
          remedy: i18n.translate('recentlyCompiled.run.itemNotAppliedRemedy', {
            defaultMessage:
              'Edit it so that it has only conditions of the kinds that Security offers',
          }),
        });
      }
    }
    if (found.total > found.data.length) {
      notRead.push({
        message: i18n.translate('recentlyCompiled.run.tooManyItems', {
          defaultMessage:
            'Only {read} of the {total} items of the exception list [{list}] are applied',
          values: { read: found.data.length, total: found.total, list: list.list_id },
        }),
        remedy: i18n.translate('recentlyCompiled.run.tooManyItemsRemedy', {
          defaultMessage:
            'Remove expired items, or join several in one with the operator "is one of"',
        }),
      });
    }
    return { exclusions, notRead };
  }

  private async find({
    list_id: listId,
    namespace_type: namespaceType,
  }: ExceptionListReference): ReturnType<ExceptionListClient['findExceptionListItem']> {
    try {
      return await this.exceptionLists.findExceptionListItem({
        listId,
        namespaceType,
        page: 1,
        perPage: MOST_ITEMS,
        filter: undefined,
        pit: undefined,
        search: undefined,
        searchAfter: undefined,
        sortField: undefined,
        sortOrder: undefined,
      });
    } catch (error) {
      const failure = savedObjectFailure(
        error,
        i18n.translate('recentlyCompiled.task.lookAtExceptionList', {
          defaultMessage: 'The look at the exception list [{list}]',
          values: { list: listId },
        }),
      );
      if (failure.kind === 'missing_privilege' || failure.kind === 'not_found') {
        return null;
      }
      throw failure;
    }
  }
}

/** Kibana answers the same whether it is not there or may not be seen. */
const unreadable = ({
  list_id: id,
  namespace_type: namespace,
}: ExceptionListReference): Notice => ({
  message: i18n.translate('recentlyCompiled.run.listNotApplied', {
    defaultMessage:
      'The exception list [{id}] is not applied: it does not exist, or the owner of the rule may not read it',
    values: { id },
  }),
  remedy: i18n.translate('recentlyCompiled.run.listNotAppliedRemedy', {
    defaultMessage:
      'Give the owner of the rule the privilege Recently Compiled: All or Security: Read in this space (saved objects of type {type}), or take the list off the rule',
    values: { type: namespace === 'single' ? 'exception-list' : 'exception-list-agnostic' },
  }),
});
