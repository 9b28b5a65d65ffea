// SPDX-License-Identifier: Apache-2.0
import { exclusionUsageResponseSchema } from '../../common/api';
import { superuser } from '../../standalone/kibana/kibana_user';
import { CONNECTS_AFTER, slowChainEvents, type Chain } from '../executor/chains';
import { addExceptions, is } from '../executor/exceptions';
import {
  NOW,
  putSecurityRule,
  startKibanaWithPlugin,
  type KibanaWithPlugin,
} from './kibana_with_plugin';

const DAY = 86_400_000;
const LIST = 'recently-compiled-exclusions';

let plugin: KibanaWithPlugin;
beforeEach(async () => {
  plugin = await startKibanaWithPlugin();
});
afterEach(() => plugin.close());

const tool: Chain = { name: 'tool', at: NOW - 3 * DAY, host: 'ci-1' };
const later: Chain = { name: 'tool', at: NOW - DAY, host: 'ci-1' };
const revsh: Chain = { name: 'revsh', at: NOW - 2 * DAY };
const longAgo: Chain = { name: 'tool', at: NOW - 8 * DAY, host: 'ci-1' };

const add = async (name: string, entries: readonly object[], changes: object = {}) => {
  const body = { name, entries, ...changes };
  const added = await plugin.call('POST', 'exclusions', { user: plugin.manager, body });
  return added.body.exclusion.itemId as string;
};
const usage = async (user = plugin.analyst) =>
  exclusionUsageResponseSchema.parse((await plugin.call('GET', 'exclusions/usage', { user })).body);

it('counts what each hides in seven days, and tells when it last did', async () => {
  plugin.happen(tool, later, revsh, longAgo);
  const host = await add('CI', [is('host.name', 'ci-1')]);
  const both = await add('Pair', [is('file.name', 'tool'), is('destination.ip', '203.0.113.7')]);
  const none = await add('Nothing', [is('host.name', 'elsewhere')]);
  const expired = await add('Old', [is('file.name', 'revsh')], {
    expireTime: '2026-11-01T00:00:00.000Z',
  });
  const { items, ...counts } = await usage();
  expect(counts).toEqual({
    from: new Date(NOW - 7 * DAY).toISOString(),
    to: new Date(NOW).toISOString(),
    examined: 3,
    isComplete: true,
  });
  const end = ({ at }: Chain): string => new Date(at + CONNECTS_AFTER).toISOString();
  expect(new Map(items.map(({ itemId, ...rest }) => [itemId, rest]))).toEqual(
    new Map([
      [host, { listId: LIST, hidden: 2, lastHiddenAt: end(later) }],
      [both, { listId: LIST, hidden: 2, lastHiddenAt: end(later) }],
      [none, { listId: LIST, hidden: 0, lastHiddenAt: null }],
      [expired, { listId: LIST, hidden: 1, lastHiddenAt: end(revsh) }],
    ]),
  );
});

it.each([
  ['published', 0],
  ['lineage', 1],
])('counts what the detection of the rule finds: %s', async (detection, hidden) => {
  await plugin.call('POST', 'rule/install', {
    user: plugin.manager,
    body: { params: { detection } },
  });
  for (const [stream, document] of slowChainEvents(later)) {
    plugin.elasticsearch.index(stream, [document]);
  }
  await add('CI', [is('host.name', 'ci-1')]);
  expect((await usage()).items).toMatchObject([{ hidden }]);
});

it('knows the lists of the linked Security rule, and leaves out what nobody can apply', async () => {
  plugin.happen(later, revsh);
  await addExceptions(plugin.kibana, 'team', [
    { name: 'Lab', entries: [is('host.name', 'ci-1')] },
    { name: 'Odd', entries: [{ field: 'host.name', type: 'unheard_of', operator: 'included' }] },
  ]);
  putSecurityRule(plugin.kibana, 'security-1', {
    params: {
      exceptionsList: [
        { id: 'id-of-team', list_id: 'team', type: 'detection', namespace_type: 'single' },
      ],
    },
  });
  await plugin.call('POST', 'rule/install', {
    user: superuser('ann'),
    body: { link: true, securityRuleId: 'security-1' },
  });
  expect((await usage(superuser('ann'))).items).toEqual([
    expect.objectContaining({ listId: 'team', hidden: 1 }),
  ]);
});

it('searches as the user', async () => {
  plugin.analyst.elasticsearch?.setRights({ indices: [] });
  const { status, body } = await plugin.call('GET', 'exclusions/usage', { user: plugin.analyst });
  expect([status, body.error]).toEqual([403, 'missing_privilege']);
});
