// SPDX-License-Identifier: Apache-2.0
import type { Readiness, RuleAction, RuleState } from './api_types';
import type { HttpStart } from './kibana_contracts';

const ROUTES = '/internal/recently_compiled';

/** The routes of our server side. All reject as `HttpStart` does. */
export interface ServerApi {
  rule: () => Promise<RuleState>;
  changeRule: (action: RuleAction) => Promise<void>;
  readiness: () => Promise<Readiness>;
}

export function serverApi(http: HttpStart): ServerApi {
  return {
    rule: async () => (await http.get(`${ROUTES}/rule`)) as RuleState,
    changeRule: async (action) => {
      await http.post(`${ROUTES}/rule/${action}`);
    },
    readiness: async () => (await http.get(`${ROUTES}/readiness`)) as Readiness,
  };
}
