// SPDX-License-Identifier: Apache-2.0
import { exclusionSchema, type Exclusion } from '../../common/exclusions';
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

const TASK = 'The look at the exclusions';

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
      throwIfCancelled(signal, TASK);
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
      const read = exclusionSchema.safeParse(item);
      if (read.success) {
        exclusions.push(read.data);
      } else {
        const [issue] = read.error.issues;
        notRead.push({
          message: `The exclusion [${item.name}] in the exception list [${list.list_id}] is not applied: ${issue?.path.join('.')}: ${issue?.message}`,
          remedy: 'Edit it so that it has only conditions of the kinds that Security offers',
        });
      }
    }
    if (found.total > found.data.length) {
      notRead.push({
        message: `Only ${found.data.length} of the ${found.total} items of the exception list [${list.list_id}] are applied`,
        remedy: 'Remove expired items, or join several in one with the operator "is one of"',
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
      const failure = savedObjectFailure(error, `The look at the exception list [${listId}]`);
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
  message: `The exception list [${id}] is not applied: it does not exist, or the owner of the rule may not read it`,
  remedy: `Give the owner of the rule the privilege Recently Compiled: All or Security: Read in this space (saved objects of type ${namespace === 'single' ? 'exception-list' : 'exception-list-agnostic'}), or take the list off the rule`,
});
