// SPDX-License-Identifier: Apache-2.0
import { EsError } from '../http/es_error';
import { matchesName } from '../store/name_pattern';

/** Index privileges that the double knows; `all` holds every other. */
export type IndexPrivilege =
  | 'all'
  | 'create'
  | 'create_doc'
  | 'delete'
  | 'index'
  | 'maintenance'
  | 'manage'
  | 'monitor'
  | 'read'
  | 'view_index_metadata'
  | 'write';

export interface IndexGrant {
  readonly names: readonly string[];
  readonly privileges: readonly IndexPrivilege[];
}

export interface UserRights {
  readonly indices: readonly IndexGrant[];
  readonly cluster?: readonly string[];
}

/** An action of Elasticsearch, and the index privileges that grant it. */
export interface Action {
  readonly name: string;
  readonly grantedBy: readonly IndexPrivilege[];
}

/** What holds beside the privilege itself. */
const IMPLIED: Partial<Record<IndexPrivilege, readonly IndexPrivilege[]>> = {
  write: ['create', 'create_doc', 'delete', 'index'],
  index: ['create', 'create_doc'],
  create: ['create_doc'],
  manage: ['monitor', 'view_index_metadata', 'maintenance'],
};

export class User {
  private rights: UserRights;

  constructor(
    readonly name: string,
    rights: UserRights,
  ) {
    this.rights = rights;
  }

  /** Replaces all rights, from the next request on. */
  setRights(rights: UserRights): void {
    this.rights = rights;
  }

  /** Takes a privilege away wherever a grant names it, also by `all`. */
  revoke(privilege: IndexPrivilege): void {
    this.rights = {
      ...this.rights,
      indices: this.rights.indices.map(({ names, privileges }) => ({
        names,
        privileges: privileges.filter((held) => held !== privilege && held !== 'all'),
      })),
    };
  }

  /** Whether one of the names (an index, its data stream) is covered for one of the privileges. */
  may(wanted: readonly string[], names: readonly string[]): boolean {
    return this.rights.indices.some(
      (grant) =>
        holdsAny(grant.privileges, wanted) &&
        names.some((name) => grant.names.some((pattern) => matchesName(pattern, name))),
    );
  }

  /** Whether any grant covers one of the privileges, wherever. */
  mayAnywhere(wanted: readonly string[]): boolean {
    return this.rights.indices.some(
      ({ names, privileges }) => names.length > 0 && holdsAny(privileges, wanted),
    );
  }

  hasCluster(privilege: string): boolean {
    const held = this.rights.cluster ?? [];
    return held.includes('all') || held.includes(privilege);
  }
}

const holdsAny = (held: readonly IndexPrivilege[], wanted: readonly string[]): boolean =>
  held.some(
    (one) =>
      one === 'all' ||
      wanted.includes(one) ||
      (IMPLIED[one] ?? []).some((implied) => wanted.includes(implied)),
  );

export const SUPERUSER: UserRights = {
  indices: [{ names: ['*'], privileges: ['all'] }],
  cluster: ['all'],
};

export const unauthorized = (
  user: User,
  { name, grantedBy }: Action,
  indices: readonly string[],
): EsError =>
  new EsError(403, {
    type: 'security_exception',
    reason:
      `action [${name}] is unauthorized for user [${user.name}] on indices [${indices.join(',')}], ` +
      `this action is granted by the index privileges [${grantedBy.join(',')}]`,
  });

/** What the role of Kibana itself may do with the indices that matter here (observed on 8.10). */
export const KIBANA_SYSTEM: UserRights = {
  indices: [
    {
      names: ['.alerts*', '.internal.alerts*', '.siem-signals*', '.preview.alerts*', '.kibana*'],
      privileges: ['all'],
    },
    { names: ['logs-endpoint.events.*'], privileges: ['read'] },
  ],
  cluster: ['monitor'],
};

/** Knows who sends a request: nobody in particular is a superuser. */
export class Users {
  private readonly byName = new Map<string, User>();
  private readonly anybody = new User('elastic', SUPERUSER);

  add(name: string, rights: UserRights): User {
    const user = new User(name, rights);
    this.byName.set(name, user);
    return user;
  }

  /** Reads `Authorization: Basic` (any password) or `ApiKey` (base64 of `name:key`). */
  of(authorization: string | undefined): User {
    if (authorization === undefined) {
      return this.anybody;
    }
    const [, encoded = ''] = authorization.split(' ');
    const [name = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
    const user = this.byName.get(name);
    if (!user) {
      throw new EsError(401, {
        type: 'security_exception',
        reason: `unable to authenticate user [${name}] for REST request`,
      });
    }
    return user;
  }
}

export const ACTIONS = {
  eql: { name: 'indices:data/read/eql', grantedBy: ['read', 'all'] },
  search: { name: 'indices:data/read/search', grantedBy: ['read', 'all'] },
  get: { name: 'indices:data/read/get', grantedBy: ['read', 'all'] },
  openPit: { name: 'indices:data/read/open_point_in_time', grantedBy: ['read', 'all'] },
  fieldCaps: {
    name: 'indices:data/read/field_caps',
    grantedBy: ['view_index_metadata', 'manage', 'read', 'all'],
  },
  resolveIndex: {
    name: 'indices:admin/resolve/index',
    grantedBy: ['view_index_metadata', 'manage', 'read', 'all'],
  },
  getMapping: {
    name: 'indices:admin/mappings/get',
    grantedBy: ['view_index_metadata', 'manage', 'all'],
  },
  create: {
    name: 'indices:data/write/bulk[s]',
    grantedBy: ['create_doc', 'create', 'index', 'write', 'all'],
  },
  index: { name: 'indices:data/write/bulk[s]', grantedBy: ['create', 'index', 'write', 'all'] },
  update: { name: 'indices:data/write/bulk[s]', grantedBy: ['index', 'write', 'all'] },
  delete: { name: 'indices:data/write/bulk[s]', grantedBy: ['delete', 'write', 'all'] },
  updateByQuery: {
    name: 'indices:data/write/update/byquery',
    grantedBy: ['index', 'write', 'all'],
  },
  refresh: { name: 'indices:admin/refresh', grantedBy: ['maintenance', 'manage', 'all'] },
  createIndex: { name: 'indices:admin/create', grantedBy: ['manage', 'all'] },
  deleteIndex: { name: 'indices:admin/delete', grantedBy: ['manage', 'all'] },
} satisfies Record<string, Action>;
