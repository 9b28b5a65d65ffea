// SPDX-License-Identifier: Apache-2.0
import { API_BASE } from '../common/api/api_base';
import type {
  AlertResponse,
  AlertsOverTimeQuery,
  AlertsOverTimeResponse,
  AlertsResponse,
  AlertStatus,
  AlertStatusResponse,
  CheckId,
  HostsResponse,
  InstallRequest,
  ParamsRequest,
  ReadinessResponse,
  RulePreviewRequest,
  RulePreviewResponse,
  RuleResponse,
} from '../common/api';
import { exclusionsApi, type ExclusionsApi } from './exclusions/exclusions_api';
import type { HttpQuery, HttpStart } from './kibana_contracts';

/** What can be done with the rule, each by a route of its own. */
export type RuleChange =
  | { readonly action: 'install' | 'link'; readonly securityRuleId: string | undefined }
  | {
      readonly action: 'params';
      readonly revision: number;
      readonly params: ParamsRequest['params'];
    }
  | { readonly action: 'enable' | 'disable' | 'run' | 'unlink' | 'uninstall' };

export type RuleAction = RuleChange['action'];

/** The routes of our server side, which is of the same build. All reject as `HttpStart` does. */
export interface ServerApi {
  rule: () => Promise<RuleResponse>;
  changeRule: (change: RuleChange) => Promise<void>;
  /** All checks, or some of them. */
  readiness: (checks?: readonly CheckId[]) => Promise<ReadinessResponse>;
  hosts: (query: HttpQuery) => Promise<HostsResponse>;
  /** Searches a week of events; with the rule's parameters unless others are given. */
  previewRule: (request: RulePreviewRequest) => Promise<RulePreviewResponse>;
  exclusions: ExclusionsApi;
  alerts: (query: HttpQuery) => Promise<AlertsResponse>;
  alertsOverTime: (query: Pick<AlertsOverTimeQuery, 'last'>) => Promise<AlertsOverTimeResponse>;
  alert: (id: string) => Promise<AlertResponse>;
  changeStatus: (ids: readonly string[], status: AlertStatus) => Promise<AlertStatusResponse>;
}

export function serverApi(http: HttpStart): ServerApi {
  return {
    rule: async () => (await http.get(`${API_BASE}/rule`)) as RuleResponse,
    changeRule: (change) => changeRule(http, change),
    previewRule: async (request) =>
      (await http.post(`${API_BASE}/rule/preview`, {
        body: JSON.stringify(request),
      })) as RulePreviewResponse,
    readiness: async (check) =>
      (await http.get(`${API_BASE}/readiness`, { query: { check } })) as ReadinessResponse,
    hosts: async (query) =>
      (await http.get(`${API_BASE}/readiness/hosts`, { query })) as HostsResponse,
    exclusions: exclusionsApi(http),
    alerts: async (query) => (await http.get(`${API_BASE}/alerts`, { query })) as AlertsResponse,
    alertsOverTime: async (query) =>
      (await http.get(`${API_BASE}/alerts/over_time`, { query })) as AlertsOverTimeResponse,
    alert: async (id) =>
      (await http.get(`${API_BASE}/alerts/${encodeURIComponent(id)}`)) as AlertResponse,
    changeStatus: async (ids, status) =>
      (await http.put(`${API_BASE}/alerts/status`, {
        body: JSON.stringify({ ids, status }),
      })) as AlertStatusResponse,
  };
}

async function changeRule(http: HttpStart, change: RuleChange): Promise<void> {
  switch (change.action) {
    case 'uninstall':
      await http.delete(`${API_BASE}/rule`);
      return;
    case 'install':
    case 'link':
      // A rule that is there is linked by installing it again.
      await http.post(`${API_BASE}/rule/install`, { body: JSON.stringify(installRequest(change)) });
      return;
    case 'params': {
      const { revision, params } = change;
      await http.put(`${API_BASE}/rule/params`, { body: JSON.stringify({ revision, params }) });
      return;
    }
    case 'enable':
    case 'disable':
    case 'run':
    case 'unlink':
      await http.post(`${API_BASE}/rule/${change.action}`);
  }
}

const installRequest = ({
  securityRuleId,
}: {
  readonly securityRuleId: string | undefined;
}): Partial<InstallRequest> => (securityRuleId === undefined ? {} : { link: true, securityRuleId });
