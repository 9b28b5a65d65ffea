// SPDX-License-Identifier: Apache-2.0
import type { ListClient, ListsSetup } from '../../server/kibana_contracts';
import { ExceptionLists } from './exception_lists';
import type { KibanaUser } from './kibana_user';
import type { SavedObjectsClient } from './saved_objects';

/** A value list: its type (keyword, ip, ip_range …) and its values. */
export interface ValueList {
  readonly type: string;
  readonly values: readonly string[];
}

/** Kibana's lists plugin: exception lists and value lists. */
export class Lists {
  readonly exceptions: ExceptionLists;
  readonly valueLists = new Map<string, ValueList>();

  /** `userOf` tells whose rights a saved objects client has. */
  constructor(
    private readonly userOf: (client: SavedObjectsClient) => {
      readonly user: KibanaUser | undefined;
      readonly spaceId: string;
    },
    now?: () => number,
  ) {
    this.exceptions = new ExceptionLists(now);
  }

  readonly setup: ListsSetup = {
    getExceptionListClient: (savedObjectsClient, name) => {
      const { user, spaceId } = this.userOf(savedObjectsClient as SavedObjectsClient);
      return this.exceptions.client(user, spaceId, name);
    },
    getListClient: () => this.listClient(),
  };

  listClient(): ListClient {
    return {
      getList: async ({ id }) => {
        const list = this.valueLists.get(id);
        return list ? { id, type: list.type } : null;
      },
      findAllListItems: async ({ listId, filter }) => {
        const list = this.valueLists.get(listId);
        if (filter !== '') {
          throw new Error(`The value lists can not read the filter [${filter}]`);
        }
        const data = list?.values.map((value) => ({ value, list_id: listId }));
        return data ? { data, total: data.length } : null;
      },
    };
  }
}
