// SPDX-License-Identifier: Apache-2.0
import { askAsUser, type UserAccess } from '../elasticsearch/ask_as_user';
import type { ElasticsearchClient } from '../kibana_contracts';
import type { AlertSource } from './alert_access';

export interface EventScope {
  readonly access: UserAccess;
  readonly indexPatterns: readonly string[];
}

type SearchBody = NonNullable<Parameters<ElasticsearchClient['search']>[0]>;

/** Searches the events that the rule reads, with the rights of the user. Throws a `Failure`. */
export const searchEvents = <Aggregations = never>(
  { access, indexPatterns }: EventScope,
  task: string,
  body: SearchBody,
) =>
  askAsUser(access, { task, indices: indexPatterns, privileges: ['read'] }, (client, options) =>
    client.search<AlertSource, Aggregations>({ ...body, index: [...indexPatterns] }, options),
  );
