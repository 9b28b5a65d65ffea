// SPDX-License-Identifier: Apache-2.0
import { API_BASE } from '../../common/api/api_base';
import type {
  AlertResponse,
  ExclusionDelete,
  ExclusionDraft,
  ExclusionItem,
  ExclusionResponse,
  ExclusionsResponse,
  ExclusionUpdate,
  ExclusionUsageResponse,
  ExclusionValuesResponse,
  LinkedExclusionsResponse,
  PreviewRequest,
  PreviewResponse,
} from '../../common/api';
import type { HttpStart } from '../kibana_contracts';

/** What can be done with exclusions. All reject as `HttpStart` does. */
export interface ExclusionsApi {
  /** All of our list; Security lets no list grow beyond some thousands. */
  all: () => Promise<readonly ExclusionItem[]>;
  linked: () => Promise<LinkedExclusionsResponse>;
  /** How often each has hidden something lately. */
  usage: () => Promise<ExclusionUsageResponse>;
  /** Values that a field has in events, the most frequent first. */
  values: (field: string) => Promise<readonly string[]>;
  add: (draft: ExclusionDraft) => Promise<ExclusionItem>;
  change: (update: ExclusionUpdate) => Promise<ExclusionItem>;
  remove: (request: ExclusionDelete) => Promise<void>;
  preview: (request: PreviewRequest) => Promise<PreviewResponse>;
  /** What an exclusion is made from. */
  alert: (id: string) => Promise<AlertResponse>;
}

const PATH = `${API_BASE}/exclusions`;

/** The largest page of Kibana's lists. */
const PER_PAGE = 1000;

export const exclusionsApi = (http: HttpStart): ExclusionsApi => ({
  all: () => allPages(http),
  linked: async () => (await http.get(`${PATH}/linked`)) as LinkedExclusionsResponse,
  usage: async () => (await http.get(`${PATH}/usage`)) as ExclusionUsageResponse,
  values: async (field) =>
    ((await http.get(`${PATH}/values`, { query: { field } })) as ExclusionValuesResponse).values,
  add: async (draft) => exclusionOf(await http.post(PATH, { body: JSON.stringify(draft) })),
  change: async (update) => exclusionOf(await http.put(PATH, { body: JSON.stringify(update) })),
  remove: async (request) => {
    await http.delete(PATH, { query: { ...request } });
  },
  preview: async (request) =>
    (await http.post(`${PATH}/preview`, { body: JSON.stringify(request) })) as PreviewResponse,
  alert: async (id) =>
    (await http.get(`${API_BASE}/alerts/${encodeURIComponent(id)}`)) as AlertResponse,
});

const exclusionOf = (answer: unknown): ExclusionItem => (answer as ExclusionResponse).exclusion;

/** Pages have no fixed order, so an item that moves between them is kept once. */
async function allPages(http: HttpStart): Promise<readonly ExclusionItem[]> {
  const items = new Map<string, ExclusionItem>();
  for (let page = 1; ; page += 1) {
    const query = { page, perPage: PER_PAGE };
    const found = (await http.get(PATH, { query })) as ExclusionsResponse;
    found.items.forEach((item) => items.set(item.itemId, item));
    if (found.items.length === 0 || page * PER_PAGE >= found.total) {
      return [...items.values()];
    }
  }
}
