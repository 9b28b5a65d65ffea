// SPDX-License-Identifier: Apache-2.0
import { EXCLUSION_LIST_ID } from '../../common/api/api_base';
import type { HttpFetchError, HttpQuery, HttpStart } from '../kibana_contracts';
import type { ExceptionList, SecurityRule, SecurityRuleChanges } from './security_rule';

/**
 * Rules and exception lists of Security by its public API, with the rights of whoever looks at the page. All reject
 * as `HttpStart` does; what does not exist is undefined.
 * @see https://www.elastic.co/docs/api/doc/kibana/group/endpoint-security-detections-api
 */
export interface SecurityApi {
  /** Those that match, as Kibana's query language over saved objects has it; at most a hundred. */
  findRules(filter: string): Promise<readonly SecurityRule[]>;
  readRule(id: string): Promise<SecurityRule | undefined>;
  createRule(rule: object): Promise<SecurityRule>;
  changeRule(id: string, changes: SecurityRuleChanges): Promise<SecurityRule>;
  deleteRule(id: string): Promise<void>;
  /** The list of our exclusions in this space. */
  readList(): Promise<ExceptionList | undefined>;
  createList(list: object): Promise<ExceptionList>;
  countExclusions(): Promise<number>;
  deleteList(id: string): Promise<void>;
}

/** Of the public routes of Kibana, 8.10 and later. */
const VERSION = '2023-10-31';

const RULES = '/api/detection_engine/rules';
const LISTS = '/api/exception_lists';
const OUR_LIST = { list_id: EXCLUSION_LIST_ID, namespace_type: 'single' } as const;

export function securityApi(http: HttpStart): SecurityApi {
  const get = (path: string, query: HttpQuery) => http.get(path, { version: VERSION, query });
  const body = (content: object) => ({ version: VERSION, body: JSON.stringify(content) });
  return {
    findRules: async (filter) => {
      const answer = await get(`${RULES}/_find`, { filter, page: 1, per_page: 100 });
      return (answer as { data: SecurityRule[] }).data;
    },
    readRule: async (id) => ifThere(get(RULES, { id })) as Promise<SecurityRule | undefined>,
    createRule: async (rule) => (await http.post(RULES, body(rule))) as SecurityRule,
    changeRule: async (id, changes) =>
      (await http.patch(RULES, body({ id, ...changes }))) as SecurityRule,
    deleteRule: async (id) => {
      await ifThere(http.delete(RULES, { version: VERSION, query: { id } }));
    },
    readList: async () => ifThere(get(LISTS, OUR_LIST)) as Promise<ExceptionList | undefined>,
    createList: async (list) =>
      (await http.post(LISTS, body({ ...OUR_LIST, ...list }))) as ExceptionList,
    countExclusions: async () => {
      const answer = await get(`${LISTS}/items/_find`, { ...OUR_LIST, page: 1, per_page: 1 });
      return (answer as { total: number }).total;
    },
    deleteList: async (id) => {
      const query = { id, namespace_type: OUR_LIST.namespace_type };
      await ifThere(http.delete(LISTS, { version: VERSION, query }));
    },
  };
}

const NOT_FOUND = 404;

/** @returns undefined when Security answers that there is nothing of that id */
async function ifThere(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    const { response, body } = error as Partial<HttpFetchError>;
    // Kibana answers with the same status when it has no such route at all, in words of its own.
    if (response?.status === NOT_FOUND && !isNoRoute(body)) {
      return undefined;
    }
    throw error;
  }
}

/** `{"statusCode":404,"error":"Not Found","message":"Not Found"}` is Kibana without Security (observed on 8.12.2). */
const isNoRoute = (body: unknown): boolean =>
  (body as { message?: unknown } | null | undefined)?.message === 'Not Found';
