// SPDX-License-Identifier: Apache-2.0
import { linkedExclusionsResponseSchema } from '../../common/api';
import { superuser } from '../../standalone/kibana/kibana_user';
import { addExceptions, is } from '../executor/exceptions';
import {
  putSecurityRule,
  startKibanaWithPlugin,
  type KibanaWithPlugin,
} from './kibana_with_plugin';

let plugin: KibanaWithPlugin;
beforeEach(async () => {
  plugin = await startKibanaWithPlugin();
});
afterEach(() => plugin.close());

const link = (exceptionsList: object[]) => {
  putSecurityRule(plugin.kibana, 'security-1', { params: { exceptionsList } });
  return plugin.call('POST', 'rule/install', {
    user: superuser('ann'),
    body: { link: true, securityRuleId: 'security-1' },
  });
};
const read = async (user = superuser('ann')) => {
  const { status, body } = await plugin.call('GET', 'exclusions/linked', { user });
  expect(status).toBe(200);
  return linkedExclusionsResponseSchema.parse(body);
};
const reference = (listId: string) => ({
  id: `id-of-${listId}`,
  list_id: listId,
  type: 'detection',
  namespace_type: 'single',
});

it('is nothing without a linked rule', async () => {
  expect(await read()).toEqual({
    securityRuleId: null,
    usesOwnList: false,
    lists: [],
    problem: null,
  });
});

it('lists the items of each list of the linked rule, and tells ours from the others', async () => {
  await addExceptions(plugin.kibana, 'team', [
    { name: 'Lab', entries: [is('host.name', 'lab-1')] },
    { name: 'Old', entries: [is('host.name', 'old')], expireTime: '2026-11-24T11:00:00.000Z' },
  ]);
  await link([reference('team'), reference('recently-compiled-exclusions'), reference('gone')]);
  expect(await read()).toMatchObject({
    securityRuleId: 'security-1',
    usesOwnList: true,
    problem: null,
    lists: [
      {
        listId: 'team',
        namespaceType: 'single',
        total: 2,
        problem: null,
        items: [
          { name: 'Lab', inForce: true, words: 'Hides every event where host.name is lab-1.' },
          { name: 'Old', inForce: false },
        ],
      },
      {
        listId: 'gone',
        items: [],
        problem: { message: expect.stringContaining('[gone] does not exist') },
      },
    ],
  });
});

it('says so when the user may not see the Security rule', async () => {
  await link([reference('team')]);
  const { lists, problem } = await read(plugin.analyst);
  expect(lists).toEqual([]);
  expect(problem?.message).toContain('You may not read the Security rule [security-1]');
});

it('says so when the Security rule is gone', async () => {
  await link([reference('team')]);
  plugin.kibana.savedObjects.remove('alert', 'security-1');
  expect((await read()).problem?.message).toContain('does not exist any more');
});
