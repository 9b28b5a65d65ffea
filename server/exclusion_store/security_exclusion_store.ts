// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { randomUUID } from 'node:crypto';
import {
  EXCLUSION_LIST_ID,
  type ExclusionDelete,
  type ExclusionDraft,
  type ExclusionItem,
  type ExclusionsQuery,
  type ExclusionsResponse,
  type ExclusionUpdate,
} from '../../common/api';
import { exclusionSchema, type Exclusion, type ValueLists } from '../../common/exclusions';
import { Failure } from '../failure';
import { withKibana } from '../kibana_failure';
import type { ExceptionListClient, ExceptionListItem, ListClient } from '../kibana_contracts';
import { changedMeanwhile } from '../request_failure';
import { exclusionItem } from './exclusion_item';
import type { ExceptionListReference } from './exclusion_source';
import type { ExclusionStore } from './exclusion_store';
import { oneAtATime } from './one_at_a_time';
import { loadValueLists } from './value_lists';

export interface SecurityExclusionStoreOptions {
  /** Both of the user who asks. */
  readonly lists: ExceptionListClient;
  readonly valueLists: ListClient;
  readonly now: () => number;
}

const IN_SPACE = { namespaceType: 'single' } as const;
const OWN = { ...IN_SPACE, listId: EXCLUSION_LIST_ID } as const;

/** Kibana's largest page; a list holds at most ten of them. */
const LARGEST_PAGE = 1000;

/**
 * Kibana makes a second list of the same `list_id` when it is asked to, and deletes the items of both with either
 * (8.12: `createExceptionList` and `deleteExceptionList` of lists). So no two are made at once.
 */
const makeInTurn = oneAtATime();

/** Keeps exclusions as items of a Security exception list, which the Security rule can use as well. */
export class SecurityExclusionStore implements ExclusionStore {
  constructor(private readonly options: SecurityExclusionStoreOptions) {}

  async list({ page, perPage, search = '' }: ExclusionsQuery): Promise<ExclusionsResponse> {
    const found = await (search === ''
      ? this.find({ page, perPage })
      : this.search(search, { page, perPage }));
    return {
      listExists: found !== null,
      items: (found?.data ?? []).map((item) => exclusionItem(item, this.options.now())),
      total: found?.total ?? 0,
      page,
      perPage,
    };
  }

  async create(draft: ExclusionDraft): Promise<ExclusionItem> {
    await this.ensureList();
    const item = await withKibana(
      i18n.translate('recentlyCompiled.task.addExclusion', {
        defaultMessage: 'Adding the exclusion',
      }),
      () =>
        this.options.lists.createExceptionListItem({
          ...IN_SPACE,
          ...contentOf(draft),
          listId: EXCLUSION_LIST_ID,
          itemId: randomUUID(),
          comments: newComments(draft),
        }),
    );
    return exclusionItem(item, this.options.now());
  }

  async update({ itemId, version, ...draft }: ExclusionUpdate): Promise<ExclusionItem> {
    const stored = await this.requireUnchanged(itemId, version);
    try {
      const item = await withKibana(
        i18n.translate('recentlyCompiled.task.changeExclusion', {
          defaultMessage: 'Changing the exclusion',
        }),
        () =>
          this.options.lists.updateOverwriteExceptionListItem({
            ...IN_SPACE,
            ...contentOf(draft),
            _version: version,
            id: undefined,
            itemId,
            meta: stored.meta,
            comments: [...stored.comments.flatMap(keptComment), ...newComments(draft)],
          }),
      );
      if (!item) {
        throw missing(itemId);
      }
      return exclusionItem(item, this.options.now());
    } catch (error) {
      if (error instanceof Failure && error.kind === 'conflict') {
        // Somebody was faster after the look at it.
        throw changedBy(await this.require(itemId), error);
      }
      throw error;
    }
  }

  async remove({ itemId, version }: ExclusionDelete): Promise<void> {
    await this.requireUnchanged(itemId, version);
    await withKibana(
      i18n.translate('recentlyCompiled.task.deleteExclusion', {
        defaultMessage: 'Deleting the exclusion',
      }),
      () => this.options.lists.deleteExceptionListItem({ ...IN_SPACE, id: undefined, itemId }),
    );
  }

  async itemsOf({
    list_id: listId,
    namespace_type: namespaceType,
  }: Pick<ExceptionListReference, 'list_id' | 'namespace_type'>): Promise<Pick<
    ExclusionsResponse,
    'items' | 'total'
  > | null> {
    const query = { page: 1, perPage: LARGEST_PAGE };
    const found = await this.find(query, { listId, namespaceType });
    return (
      found && {
        items: found.data.map((item) => exclusionItem(item, this.options.now())),
        total: found.total,
      }
    );
  }

  async all(): Promise<readonly Exclusion[]> {
    return ((await this.allItems()) ?? []).flatMap((item) => {
      const read = exclusionSchema.safeParse(item);
      return read.success ? [read.data] : [];
    });
  }

  async valueLists(exclusions: readonly Exclusion[], signal: AbortSignal): Promise<ValueLists> {
    const { valueLists } = await loadValueLists(exclusions, this.options.valueLists, signal);
    return valueLists;
  }

  /** All items of our list; null where it does not exist. */
  private async allItems(): Promise<readonly ExceptionListItem[] | null> {
    const items: ExceptionListItem[] = [];
    for (let page = 1; ; page += 1) {
      const found = await this.find({ page, perPage: LARGEST_PAGE });
      if (!found) {
        return page === 1 ? null : items;
      }
      items.push(...found.data);
      if (found.data.length === 0 || items.length >= found.total) {
        return items;
      }
    }
  }

  /** Kibana itself finds whole words alone, and a description by the whole of it (`exception_list.ts` of lists). */
  private async search(
    text: string,
    { page, perPage }: { page: number; perPage: number },
  ): ReturnType<ExceptionListClient['findExceptionListItem']> {
    const items = await this.allItems();
    const found = (items ?? []).filter((item) => tells(item, text));
    return (
      items && { data: found.slice((page - 1) * perPage, page * perPage), total: found.length }
    );
  }

  private find(
    query: { page: number; perPage: number },
    list: { listId: string; namespaceType: 'single' | 'agnostic' } = OWN,
  ) {
    return withKibana(
      i18n.translate('recentlyCompiled.task.readExclusions', {
        defaultMessage: 'Reading the exclusions',
      }),
      () =>
        this.options.lists.findExceptionListItem({
          ...list,
          ...query,
          filter: undefined,
          pit: undefined,
          search: undefined,
          searchAfter: undefined,
          sortField: undefined,
          sortOrder: undefined,
        }),
    );
  }

  private async ensureList(): Promise<void> {
    if (await this.hasList()) {
      return;
    }
    await makeInTurn(async () => {
      if (!(await this.hasList())) {
        await this.makeList();
      }
    });
  }

  private async hasList(): Promise<boolean> {
    const found = await withKibana(
      i18n.translate('recentlyCompiled.task.findExceptionList', {
        defaultMessage: 'Looking for the exception list',
      }),
      () =>
        this.options.lists.getExceptionList({
          ...IN_SPACE,
          id: undefined,
          listId: EXCLUSION_LIST_ID,
        }),
    );
    return found !== null;
  }

  private async makeList(): Promise<void> {
    await withKibana(
      i18n.translate('recentlyCompiled.task.makeExceptionList', {
        defaultMessage: 'Making the exception list',
      }),
      () => this.options.lists.createExceptionList({ ...IN_SPACE, ...ourList(), tags: [] }),
    );
  }

  private async require(itemId: string): Promise<ExceptionListItem> {
    const item = await withKibana(
      i18n.translate('recentlyCompiled.task.readExclusion', {
        defaultMessage: 'Reading the exclusion',
      }),
      () => this.options.lists.getExceptionListItem({ ...IN_SPACE, id: undefined, itemId }),
    );
    // Items of other lists are not ours to touch.
    if (item?.list_id !== EXCLUSION_LIST_ID) {
      throw missing(itemId);
    }
    return item;
  }

  private async requireUnchanged(itemId: string, version: string): Promise<ExceptionListItem> {
    const item = await this.require(itemId);
    if (item._version !== version) {
      throw changedBy(item);
    }
    return item;
  }
}

const ourList = () => ({
  listId: EXCLUSION_LIST_ID,
  name: 'Recently Compiled',
  description: i18n.translate('recentlyCompiled.exclusionList.description', {
    defaultMessage: 'What the rule of Recently Compiled does not alert on',
  }),
  type: 'detection' as const,
  immutable: false,
  meta: undefined,
  version: 1,
});

const contentOf = ({ name, description, entries, osTypes, tags, expireTime }: ExclusionDraft) => ({
  name,
  // Kibana wants one.
  description: description === '' ? name : description,
  entries,
  osTypes,
  tags,
  expireTime: expireTime ?? undefined,
  meta: undefined as unknown,
  type: 'simple' as const,
});

/** Whether the text is somewhere in its name or description, whatever its case. */
const tells = ({ name, description }: ExceptionListItem, text: string): boolean =>
  [name, description].some((one) => one.toLowerCase().includes(text.toLowerCase()));

const newComments = ({ comment }: ExclusionDraft): { comment: string }[] =>
  comment === '' ? [] : [{ comment }];

const keptComment = ({
  id,
  comment,
}: Readonly<Record<string, unknown>>): { id: string; comment: string }[] =>
  typeof id === 'string' && typeof comment === 'string' ? [{ id, comment }] : [];

const missing = (itemId: string): Failure =>
  new Failure('not_found', {
    message: i18n.translate('recentlyCompiled.failure.noExclusion', {
      defaultMessage: 'There is no exclusion [{itemId}]',
      values: { itemId },
    }),
    remedy: i18n.translate('recentlyCompiled.failure.noExclusionRemedy', {
      defaultMessage: 'Reload, since somebody may have deleted it',
    }),
  });

const changedBy = (item: ExceptionListItem, cause?: unknown): Failure =>
  changedMeanwhile(
    i18n.translate('recentlyCompiled.exclusion.named', {
      defaultMessage: 'The exclusion [{name}]',
      values: { name: item.name },
    }),
    { by: item.updated_by, at: new Date(item.updated_at).toISOString() },
    cause,
  );
