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

/** Keeps exclusions as items of a Security exception list, which the Security rule can use as well. */
export class SecurityExclusionStore implements ExclusionStore {
  constructor(private readonly options: SecurityExclusionStoreOptions) {}

  async list({ page, perPage, search }: ExclusionsQuery): Promise<ExclusionsResponse> {
    const found = await this.find({ page, perPage, search: search === '' ? undefined : search });
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
    const query = { page: 1, perPage: LARGEST_PAGE, search: undefined };
    const found = await this.find(query, { listId, namespaceType });
    return (
      found && {
        items: found.data.map((item) => exclusionItem(item, this.options.now())),
        total: found.total,
      }
    );
  }

  async all(): Promise<readonly Exclusion[]> {
    const items: ExceptionListItem[] = [];
    for (let page = 1; ; page += 1) {
      const found = await this.find({ page, perPage: LARGEST_PAGE, search: undefined });
      items.push(...(found?.data ?? []));
      if (!found || found.data.length === 0 || items.length >= found.total) {
        break;
      }
    }
    return items.flatMap((item) => {
      const read = exclusionSchema.safeParse(item);
      return read.success ? [read.data] : [];
    });
  }

  async valueLists(exclusions: readonly Exclusion[], signal: AbortSignal): Promise<ValueLists> {
    const { valueLists } = await loadValueLists(exclusions, this.options.valueLists, signal);
    return valueLists;
  }

  private find(
    query: { page: number; perPage: number; search: string | undefined },
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
          searchAfter: undefined,
          sortField: undefined,
          sortOrder: undefined,
        }),
    );
  }

  private async ensureList(): Promise<void> {
    const { lists } = this.options;
    const key = { ...IN_SPACE, id: undefined, listId: EXCLUSION_LIST_ID };
    if (
      await withKibana(
        i18n.translate('recentlyCompiled.task.findExceptionList', {
          defaultMessage: 'Looking for the exception list',
        }),
        () => lists.getExceptionList(key),
      )
    ) {
      return;
    }
    try {
      await withKibana(
        i18n.translate('recentlyCompiled.task.makeExceptionList', {
          defaultMessage: 'Making the exception list',
        }),
        () => lists.createExceptionList({ ...IN_SPACE, ...ourList(), tags: [] }),
      );
    } catch (error) {
      // Somebody else has made it in this moment.
      if (!(error instanceof Failure) || error.kind !== 'conflict') {
        throw error;
      }
    }
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
