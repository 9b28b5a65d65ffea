// SPDX-License-Identifier: Apache-2.0
import { installRequestSchema } from '../common/api';
import type { HttpStart } from './kibana_contracts';
import { serverApi, type RuleChange } from './server_api';

async function requestFor(change: RuleChange) {
  const requests: unknown[] = [];
  const keep =
    (method: string) =>
    async (path: string, options: { body?: string } = {}) => {
      requests.push([method, path, options.body && JSON.parse(options.body)]);
      return {};
    };
  const http = {
    get: keep('GET'),
    post: keep('POST'),
    put: keep('PUT'),
    delete: keep('DELETE'),
  } as HttpStart;
  await serverApi(http).changeRule(change);
  expect(requests).toHaveLength(1);
  return requests[0] as [method: string, path: string, body: unknown];
}

const BASE = '/internal/recently_compiled/rule';

test.each(['enable', 'disable', 'run'] as const)('%s has a route of its own', async (action) => {
  expect(await requestFor({ action })).toEqual(['POST', `${BASE}/${action}`, undefined]);
});

test('uninstalling deletes the rule', async () => {
  expect(await requestFor({ action: 'uninstall' })).toEqual(['DELETE', BASE, undefined]);
});

test('installing asks for a link only with a Security rule', async () => {
  const [, , alone] = await requestFor({ action: 'install', securityRuleId: undefined });
  const [, path, linked] = await requestFor({ action: 'install', securityRuleId: 'a7b1' });
  expect(path).toBe(`${BASE}/install`);
  expect(installRequestSchema.parse(alone)).toEqual({ params: {}, enabled: true, link: false });
  expect(linked).toEqual({ link: true, securityRuleId: 'a7b1' });
});
