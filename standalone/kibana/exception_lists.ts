// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto';
import type {
  ExceptionListClient,
  ExceptionListDescription,
  ExceptionListItem,
} from '../../server/kibana_contracts';
import { Boom } from './boom';
import { countOf, versionOf } from './object_version';
import type { Access, KibanaUser } from './kibana_user';

type Namespace = 'single' | 'agnostic';

export interface StoredList extends ExceptionListDescription {
  readonly spaceId: string;
}

export type StoredItem = ExceptionListItem & {
  readonly tie_breaker_id: string;
  readonly type: 'simple';
  readonly spaceId: string;
};

const savedObjectType = (namespace: Namespace): string =>
  namespace === 'agnostic' ? 'exception-list-agnostic' : 'exception-list';

/** The Security exception lists of one Kibana, of all its spaces. */
export class ExceptionLists {
  private lists: StoredList[] = [];
  private items: StoredItem[] = [];
  private writes = 0;
  /** Told of every change; undefined where a list or an item is gone. */
  onChange: (
    kind: 'list' | 'item',
    id: string,
    value: StoredList | StoredItem | undefined,
  ) => void = () => undefined;

  constructor(private readonly now: () => number = () => Date.now()) {}

  /** Takes over what was stored before, without telling of it. */
  restore(lists: readonly StoredList[], items: readonly StoredItem[]): void {
    this.lists = [...lists];
    this.items = [...items].sort((a, b) => (a.created_at < b.created_at ? -1 : 1));
    const versions = [...lists, ...items].map((one) =>
      '_version' in one && typeof one._version === 'string' ? countOf(one._version) : 0,
    );
    this.writes = versions.reduce((most, version) => Math.max(most, version), this.writes);
  }

  /** The client of a user; undefined is Kibana itself, which may do all. */
  client(user: KibanaUser | undefined, spaceId = 'default', name?: string): ExceptionListClient {
    const who = name ?? user?.name ?? 'elastic';
    const may = (namespace: Namespace, access: Access): boolean =>
      !user || user.mayUseSavedObject(savedObjectType(namespace), access);
    const listOf = (listId: string, namespace: Namespace): StoredList | undefined =>
      this.lists.find((list) => list.list_id === listId && isIn(list, namespace, spaceId));
    const itemOf = (itemId: string, namespace: Namespace): StoredItem | undefined =>
      this.items.find((item) => item.item_id === itemId && isIn(item, namespace, spaceId));
    const mustMay = (namespace: Namespace, access: Access, action: string): void => {
      if (!may(namespace, access)) {
        throw new Boom(403, `Unable to ${action} ${savedObjectType(namespace)}`);
      }
    };
    const client: ExceptionListClient = {
      getExceptionList: async ({ listId, namespaceType }) => {
        const list = listOf(listId, namespaceType);
        return list && may(namespaceType, 'read') ? shownList(list) : null;
      },
      createExceptionList: async (request) => {
        mustMay(request.namespaceType, 'all', 'create');
        // One of the same name is no obstacle: that is looked for by the route of Kibana, not by its client.
        const list = {
          _version: this.nextVersion(),
          created_at: this.time(),
          created_by: who,
          description: request.description,
          id: randomUUID(),
          immutable: request.immutable,
          list_id: request.listId,
          name: request.name,
          namespace_type: request.namespaceType,
          os_types: [],
          tags: request.tags,
          tie_breaker_id: randomUUID(),
          type: request.type,
          updated_at: this.time(),
          updated_by: who,
          version: request.version,
          spaceId,
        };
        this.lists.push(list);
        this.onChange('list', list.id, list);
        return shownList(list);
      },
      findExceptionListItem: async (request) => {
        demandAll(request);
        const { listId, namespaceType, page, perPage, filter, search } = request;
        if (!may(namespaceType, 'read') || !listOf(listId, namespaceType)) {
          return null;
        }
        if (filter !== undefined || search !== undefined) {
          throw new Error(`The exception lists can not read the filter [${filter ?? search}]`);
        }
        const found = this.items.filter(
          (item) => item.list_id === listId && isIn(item, namespaceType, spaceId),
        );
        const sorted = sortItems(found, request.sortField, request.sortOrder);
        const data = sorted.slice((page - 1) * perPage, page * perPage).map(shownItem);
        return { data, page, per_page: perPage, total: found.length };
      },
      getExceptionListItem: async ({ itemId, namespaceType }) => {
        const item = itemOf(itemId, namespaceType);
        return item && may(namespaceType, 'read') ? shownItem(item) : null;
      },
      createExceptionListItem: async (request) => {
        mustMay(request.namespaceType, 'all', 'create');
        if (!listOf(request.listId, request.namespaceType)) {
          throw new Boom(404, `exception list id: "${request.listId}" does not exist`);
        }
        if (itemOf(request.itemId, request.namespaceType)) {
          throw new Boom(409, `exception list item id: "${request.itemId}" already exists`);
        }
        const item: StoredItem = {
          _version: this.nextVersion(),
          comments: request.comments.map((comment) => this.commented(comment, who)),
          created_at: this.time(),
          created_by: who,
          description: request.description,
          entries: request.entries,
          ...(request.expireTime !== undefined && { expire_time: request.expireTime }),
          id: randomUUID(),
          item_id: request.itemId,
          list_id: request.listId,
          ...(request.meta !== undefined && { meta: request.meta }),
          name: request.name,
          namespace_type: request.namespaceType,
          os_types: request.osTypes,
          tags: request.tags,
          tie_breaker_id: randomUUID(),
          type: request.type,
          updated_at: this.time(),
          updated_by: who,
          spaceId,
        };
        this.items.push(item);
        this.onChange('item', item.id, item);
        return shownItem(item);
      },
      updateOverwriteExceptionListItem: async (request) => {
        mustMay(request.namespaceType, 'all', 'update');
        const item = itemOf(request.itemId, request.namespaceType);
        if (!item) {
          return null;
        }
        if (request._version !== undefined && request._version !== item._version) {
          throw new Boom(
            409,
            `[${savedObjectType(item.namespace_type)}:${item.id}]: version conflict`,
          );
        }
        const { expire_time: _, ...kept } = item;
        const changed: StoredItem = {
          ...kept,
          _version: this.nextVersion(),
          name: request.name,
          description: request.description,
          entries: request.entries,
          os_types: request.osTypes,
          tags: request.tags,
          comments: request.comments.map(
            (comment) =>
              item.comments.find(({ id }) => comment.id !== undefined && id === comment.id) ??
              this.commented(comment, who),
          ),
          ...(request.meta !== undefined && { meta: request.meta }),
          ...(request.expireTime !== undefined && { expire_time: request.expireTime }),
          updated_at: this.time(),
          updated_by: who,
        };
        this.items = this.items.map((one) => (one === item ? changed : one));
        this.onChange('item', changed.id, changed);
        return shownItem(changed);
      },
      deleteExceptionListItem: async ({ itemId, namespaceType }) => {
        mustMay(namespaceType, 'all', 'delete');
        const item = itemOf(itemId, namespaceType);
        if (!item) {
          return null;
        }
        this.items = this.items.filter((one) => one !== item);
        this.onChange('item', item.id, undefined);
        return shownItem(item);
      },
    };
    return client;
  }

  private commented({ comment }: { readonly comment: string }, who: string) {
    return { comment, created_at: this.time(), created_by: who, id: randomUUID() };
  }

  private time(): string {
    return new Date(this.now()).toISOString();
  }

  private nextVersion(): string {
    this.writes += 1;
    return versionOf(this.writes);
  }
}

const isIn = (
  one: { readonly namespace_type: Namespace; readonly spaceId: string },
  namespace: Namespace,
  spaceId: string,
): boolean =>
  one.namespace_type === namespace && (namespace === 'agnostic' || one.spaceId === spaceId);

/** No two callers share an object, and the space is not told. */
const shownList = ({ spaceId: _, ...list }: StoredList): ExceptionListDescription =>
  structuredClone(list);

const shownItem = ({ spaceId: _, ...item }: StoredItem): ExceptionListItem => structuredClone(item);

/** The real client reads every one of them, so a caller has to pass them all, undefined or not. */
const demandAll = (request: object): void => {
  const missing = ['filter', 'pit', 'search', 'searchAfter', 'sortField', 'sortOrder'].filter(
    (name) => !(name in request),
  );
  if (missing.length > 0) {
    throw new Error(`findExceptionListItem must be given ${missing.join(', ')} as well`);
  }
};

const sortItems = (
  items: readonly StoredItem[],
  field: string | undefined,
  order: 'asc' | 'desc' | undefined,
): StoredItem[] => {
  const read = (item: StoredItem): string =>
    String(
      (item as unknown as Readonly<Record<string, unknown>>)[
        field?.replace(/^exception-list(?:-agnostic)?\./, '') ?? 'created_at'
      ],
    );
  const sign = order === 'desc' ? -1 : 1;
  return field === undefined
    ? [...items]
    : [...items].sort((a, b) => (read(a) < read(b) ? -sign : read(a) > read(b) ? sign : 0));
};
