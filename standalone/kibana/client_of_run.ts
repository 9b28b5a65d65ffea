// SPDX-License-Identifier: Apache-2.0
import type { ElasticsearchClient } from '../../server/kibana_contracts';

type Search = ElasticsearchClient['search'];

/**
 * The client that a rule gets for a run: the signal of the framework takes the place of the one that the rule gives to
 * `search`, and what it ends says so in an error of its own (`wrap_scoped_cluster_client.ts` of Kibana's alerting).
 */
export const clientOfRun = (
  client: ElasticsearchClient,
  signal: AbortSignal,
): ElasticsearchClient => {
  const search = async (...[request, options]: Parameters<Search>): Promise<unknown> => {
    try {
      return await client.search(request, { ...options, signal });
    } catch (error) {
      throw signal.aborted
        ? new Error('Search has been aborted due to cancelled execution')
        : error;
    }
  };
  return Object.create(client, { search: { value: search } }) as ElasticsearchClient;
};
