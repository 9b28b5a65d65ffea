// SPDX-License-Identifier: Apache-2.0
import {
  alertsOverTimeQuerySchema,
  alertStatusRequestSchema,
  installRequestSchema,
  paramsRequestSchema,
} from '../common/api';
import type { HttpStart } from './kibana_contracts';
import { serverApi, type RuleChange, type ServerApi } from './server_api';

async function requestOf(call: (api: ServerApi) => Promise<unknown>) {
  const requests: unknown[] = [];
  const keep =
    (method: string) =>
    async (path: string, { body, query }: { body?: string; query?: unknown } = {}) => {
      requests.push([method, path, body ? JSON.parse(body) : query]);
      return {};
    };
  const http = {
    get: keep('GET'),
    post: keep('POST'),
    put: keep('PUT'),
    delete: keep('DELETE'),
  } as HttpStart;
  await call(serverApi(http));
  expect(requests).toHaveLength(1);
  return requests[0] as [method: string, path: string, body: unknown];
}

const requestFor = (change: RuleChange) => requestOf((api) => api.changeRule(change));

const BASE = '/internal/recently_compiled/rule';

test.each(['enable', 'disable', 'run', 'unlink'] as const)(
  '%s has a route of its own',
  async (action) => {
    expect(await requestFor({ action })).toEqual(['POST', `${BASE}/${action}`, undefined]);
  },
);

test('uninstalling deletes the rule', async () => {
  expect(await requestFor({ action: 'uninstall' })).toEqual(['DELETE', BASE, undefined]);
});

test('parameters are saved with the revision that was edited', async () => {
  const params = { maxspan: '2m' };
  const [method, path, body] = await requestFor({ action: 'params', revision: 3, params });
  expect([method, path]).toEqual(['PUT', `${BASE}/params`]);
  expect(paramsRequestSchema.parse(body)).toEqual({ revision: 3, params });
});

test('installing asks for a link only with a Security rule', async () => {
  const [, , alone] = await requestFor({ action: 'install', securityRuleId: undefined });
  const [, path, linked] = await requestFor({ action: 'install', securityRuleId: 'a7b1' });
  expect(path).toBe(`${BASE}/install`);
  expect(installRequestSchema.parse(alone)).toEqual({ params: {}, enabled: true, link: false });
  expect(linked).toEqual({ link: true, securityRuleId: 'a7b1' });
});

const ALERTS = '/internal/recently_compiled/alerts';

test('alerts are asked for with a query, one of them by its id', async () => {
  const query = { status: ['open', 'closed'], page: 2 };
  expect(await requestOf((api) => api.alerts(query))).toEqual(['GET', ALERTS, query]);
  expect(await requestOf((api) => api.alert('a/b'))).toEqual(['GET', `${ALERTS}/a%2Fb`, undefined]);
});

test('alerts are counted over the last while', async () => {
  const [method, path, query] = await requestOf((api) => api.alertsOverTime({ last: '30d' }));
  expect([method, path]).toEqual(['GET', `${ALERTS}/over_time`]);
  expect(alertsOverTimeQuerySchema.parse(query).last).toBe('30d');
});

test('the status of alerts is put in the words of the API', async () => {
  const [method, path, body] = await requestOf((api) => api.changeStatus(['a', 'b'], 'closed'));
  expect([method, path]).toEqual(['PUT', `${ALERTS}/status`]);
  expect(alertStatusRequestSchema.parse(body)).toEqual({ ids: ['a', 'b'], status: 'closed' });
});
