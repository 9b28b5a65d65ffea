// SPDX-License-Identifier: Apache-2.0
import type {
  SavedObject,
  SavedObjectReference,
  SavedObjectsReader,
} from '../../server/kibana_contracts';
import { Boom } from './boom';
import { countOf, versionOf } from './object_version';
import type { KibanaUser } from './kibana_user';

export interface StoredObject {
  readonly id: string;
  readonly type: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly references: readonly SavedObjectReference[];
  readonly namespaces: readonly string[];
}

export type VersionedObject = StoredObject & { readonly version: string };

export interface FindOptions {
  readonly type: string;
  readonly page?: number;
  readonly perPage?: number;
  readonly namespaces?: readonly string[];
}

export interface SavedObjectsClient extends SavedObjectsReader {
  find<T>(
    options: FindOptions,
  ): Promise<{ saved_objects: SavedObject<T>[]; total: number; page: number; per_page: number }>;
  create<T>(
    type: string,
    attributes: Readonly<Record<string, unknown>>,
    options?: { id?: string; overwrite?: boolean; namespace?: string },
  ): Promise<SavedObject<T>>;
  delete(type: string, id: string): Promise<Record<string, never>>;
}

/** Types that a client gets only when it asks for them by name. */
const HIDDEN = new Set(['alert', 'action', 'api_key_pending_invalidation']);

/** All saved objects of one Kibana. */
export class SavedObjectStore {
  private readonly objects = new Map<string, VersionedObject>();
  private versions = 0;
  /** Told of every change; undefined where an object is gone. */
  onChange: (key: string, object: VersionedObject | undefined) => void = () => undefined;

  /** Takes over what was stored before, without telling of it. */
  restore(objects: Iterable<VersionedObject>): void {
    for (const object of objects) {
      this.objects.set(`${object.type}:${object.id}`, object);
      this.versions = Math.max(this.versions, countOf(object.version));
    }
  }

  put(object: Omit<StoredObject, 'references' | 'namespaces'> & Partial<StoredObject>): void {
    this.versions += 1;
    const key = `${object.type}:${object.id}`;
    const stored = {
      references: [],
      namespaces: ['default'],
      ...object,
      version: versionOf(this.versions),
    };
    this.objects.set(key, stored);
    this.onChange(key, stored);
  }

  remove(type: string, id: string): void {
    this.objects.delete(`${type}:${id}`);
    this.onChange(`${type}:${id}`, undefined);
  }

  find(type: string, id: string): VersionedObject | undefined {
    return this.objects.get(`${type}:${id}`);
  }

  all(type: string): VersionedObject[] {
    return [...this.objects.values()].filter((object) => object.type === type);
  }

  /** `createInternalRepository(hiddenTypes)`: without a user, in all spaces that a call names. */
  repository(hiddenTypes: readonly string[] = []): SavedObjectsClient {
    return clientOf(this, hiddenTypes, 'default', undefined);
  }

  /** `getScopedClient(request, {includedHiddenTypes})`, with the rights of a user in a space. */
  scoped(
    user: KibanaUser,
    spaceId: string,
    hiddenTypes: readonly string[] = [],
  ): SavedObjectsClient {
    return clientOf(this, hiddenTypes, spaceId, user);
  }
}

const notFound = (type: string, id: string): Boom =>
  new Boom(404, `Saved object [${type}/${id}] not found`);

const clientOf = (
  store: SavedObjectStore,
  hiddenTypes: readonly string[],
  spaceId: string,
  user: KibanaUser | undefined,
): SavedObjectsClient => {
  const isKnown = (type: string): boolean => !HIDDEN.has(type) || hiddenTypes.includes(type);
  const check = (type: string, access: 'read' | 'all', action: string): void => {
    if (user && !user.mayUseSavedObject(type, access)) {
      throw new Boom(403, `Unable to ${action} ${type}`);
    }
  };
  const spaceOf = (namespace: string | undefined): string =>
    (user ? spaceId : (namespace ?? spaceId)) || 'default';
  const client: SavedObjectsClient = {
    async get<T>(type: string, id: string, options?: { namespace?: string }) {
      if (!isKnown(type)) {
        throw notFound(type, id);
      }
      check(type, 'read', 'get');
      const found = store.find(type, id);
      const namespace = spaceOf(options?.namespace);
      if (!found || !isIn(found, namespace)) {
        throw notFound(type, id);
      }
      return copy<T>(found);
    },
    async find<T>({ type, page = 1, perPage = 20, namespaces = [spaceId] }: FindOptions) {
      const seen = !isKnown(type) || (user && !user.mayUseSavedObject(type, 'read'));
      const all = seen
        ? []
        : store.all(type).filter((object) => namespaces.some((space) => isIn(object, space)));
      return {
        saved_objects: all.slice((page - 1) * perPage, page * perPage).map((one) => copy<T>(one)),
        total: all.length,
        page,
        per_page: perPage,
      };
    },
    async create<T>(
      type: string,
      attributes: Readonly<Record<string, unknown>>,
      options: { id?: string; overwrite?: boolean; namespace?: string } = {},
    ) {
      check(type, 'all', 'create');
      const id = options.id ?? `so-${store.all(type).length + 1}`;
      if (store.find(type, id) && options.overwrite !== true) {
        throw new Boom(409, `Saved object [${type}/${id}] conflict`);
      }
      store.put({ id, type, attributes, namespaces: [spaceOf(options.namespace)] });
      return client.get<T>(type, id, options);
    },
    async delete(type, id) {
      check(type, 'all', 'delete');
      await client.get(type, id);
      store.remove(type, id);
      return {};
    },
  };
  return client;
};

const isIn = ({ namespaces }: StoredObject, space: string): boolean =>
  namespaces.includes('*') || namespaces.includes(space);

/** Saved objects go through JSON, so no two callers share one. */
const copy = <T>({
  id,
  type,
  attributes,
  references,
  version,
}: VersionedObject): SavedObject<T> => ({
  id,
  type,
  attributes: JSON.parse(JSON.stringify(attributes)) as T,
  references,
  version,
});
