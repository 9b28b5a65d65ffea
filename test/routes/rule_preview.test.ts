// SPDX-License-Identifier: Apache-2.0
import { rulePreviewResponseSchema } from '../../common/api';
import { chainEvents, slowChainEvents, type Chain } from '../executor/chains';
import { superuser } from '../../standalone/kibana/kibana_user';
import { addExceptions, is } from '../executor/exceptions';
import {
  NOW,
  putSecurityRule,
  startKibanaWithPlugin,
  type KibanaWithPlugin,
} from './kibana_with_plugin';

const MINUTE = 60_000;
const DAY = 86_400_000;

let plugin: KibanaWithPlugin;
beforeEach(async () => {
  plugin = await startKibanaWithPlugin();
});
afterEach(() => plugin.close());

const send = (body: object = {}) =>
  plugin.call('POST', 'rule/preview', { user: plugin.analyst, body });
const preview = async (body?: object) => rulePreviewResponseSchema.parse((await send(body)).body);

const revsh: Chain = { name: 'revsh', at: NOW - 2 * DAY };
const old: Chain = { name: 'old', at: NOW - 8 * DAY };

/** A chain that only lineage finds. */
const slowly = (chain: Chain): void => {
  for (const [stream, document] of slowChainEvents(chain)) {
    plugin.elasticsearch.index(stream, [document]);
  }
};

/** One that only the published rule finds: the name is that of a program elsewhere. */
const byNameAlone = ({ name, at }: Chain): void => {
  for (const [stream, { _source, ...document }] of chainEvents({ name, at })) {
    const process = _source['process'] as object;
    const isProgram = 'executable' in process;
    plugin.elasticsearch.index(stream, [
      {
        ...document,
        _source: isProgram
          ? { ..._source, process: { ...process, executable: `/usr/bin/${name}` } }
          : _source,
      },
    ]);
  }
};

it('tells what each detection would have found in the last 7 days', async () => {
  plugin.happen(revsh, old);
  slowly({ name: 'slow', at: NOW - DAY, host: 'lab2' });
  byNameAlone({ name: 'curl', at: NOW - 3 * DAY });
  expect(await preview()).toEqual({
    from: '2026-11-17T12:00:00.000Z',
    to: '2026-11-24T12:00:00.000Z',
    published: { sequences: 2, hosts: 1, isCut: false, problem: null },
    lineage: { sequences: 2, hosts: 2, isCut: false, problem: null },
    both: 1,
    examples: [
      {
        connectedAt: '2026-11-23T12:10:00.000Z',
        hostId: 'lab2',
        hostName: 'lab2',
        path: '/home/dev/slow',
        destinationIp: '203.0.113.7',
        destinationPort: 4444,
        foundBy: 'lineage',
      },
      expect.objectContaining({ path: '/home/dev/revsh', foundBy: 'both' }),
      expect.objectContaining({ path: '/home/dev/curl', foundBy: 'published' }),
    ],
    warnings: [],
  });
});

it('tries the parameters that are sent', async () => {
  plugin.happen(revsh);
  slowly({ name: 'slow', at: NOW - DAY });
  const answer = await preview({ params: { compilers: ['clang'], lineageWindow: '9m' } });
  expect(answer).toMatchObject({ published: { sequences: 0 }, lineage: { sequences: 1 }, both: 0 });
});

it('refuses parameters that can not be used, and names them', async () => {
  const { status, body } = await send({ params: { maxspan: 'soon', lineageWindow: '2d' } });
  expect(status).toBe(400);
  expect(body.problems.map(({ field }: { field: string }) => field).sort()).toEqual([
    'lineageWindow',
    'maxspan',
  ]);
});

it('leaves out what our exclusions hide, single events and whole sequences', async () => {
  plugin.happen(revsh, { name: 'tool', at: NOW - DAY }, { name: 'built', at: NOW, host: 'ci-1' });
  for (const entries of [
    [is('host.name', 'ci-1')],
    [is('file.name', 'tool'), is('destination.ip', '203.0.113.7')],
  ]) {
    const body = { name: 'Harmless', entries };
    await plugin.call('POST', 'exclusions', { user: plugin.manager, body });
  }
  expect(await preview()).toMatchObject({
    published: { sequences: 1 },
    lineage: { sequences: 1 },
    both: 1,
    examples: [{ path: '/home/dev/revsh' }],
  });
});

const linkWith = async (lists: readonly string[]) => {
  const exceptionsList = lists.map((id) => ({
    id: `id-of-${id}`,
    list_id: id,
    type: 'detection',
    namespace_type: 'single',
  }));
  putSecurityRule(plugin.kibana, 'security-1', { params: { exceptionsList } });
  const body = { link: true, securityRuleId: 'security-1' };
  await plugin.call('POST', 'rule/install', { user: superuser('ann'), body });
};
const previewAsAdmin = async () =>
  (await plugin.call('POST', 'rule/preview', { user: superuser('ann'), body: {} })).body;

it('leaves out what the lists of the linked Security rule hide, as long as they are in force', async () => {
  plugin.happen(
    revsh,
    { name: 'tool', at: NOW - DAY },
    { name: 'built', at: NOW - MINUTE, host: 'ci-1' },
  );
  await addExceptions(plugin.kibana, 'team', [
    { name: 'Builds', entries: [is('host.name', 'ci-1')] },
    { name: 'Old', entries: [is('host.name', 'lab1')], expireTime: '2026-11-24T11:00:00.000Z' },
    { name: 'Odd', entries: [{ type: 'fuzzy', field: 'host.name', value: 'lab1' }] },
    { name: 'Tool', entries: [is('file.name', 'tool'), is('destination.ip', '203.0.113.7')] },
  ]);
  await linkWith(['team', 'gone']);
  expect(await previewAsAdmin()).toMatchObject({
    published: { sequences: 1 },
    lineage: { sequences: 1 },
    both: 1,
    examples: [{ path: '/home/dev/revsh' }],
    warnings: [
      { message: expect.stringContaining('[gone] does not exist') },
      { message: 'The exclusion [Odd] in the exception list [team] is not applied' },
    ],
  });
});

it('tells those who may not read the linked Security rule that its lists are left out', async () => {
  plugin.happen(revsh);
  await addExceptions(plugin.kibana, 'team', [{ name: 'Lab', entries: [is('host.name', 'lab1')] }]);
  await linkWith(['team']);
  const { lineage, warnings } = await preview();
  expect(lineage.sequences).toBe(1);
  expect(warnings.map(({ message }) => message)).toEqual([
    expect.stringContaining('You may not read the Security rule [security-1]'),
  ]);
});

it('says when there are more than one search may find', async () => {
  const chains = Array.from({ length: 1_001 }, (_, i) => ({
    name: `tool${i}`,
    at: NOW - DAY + i * 1_000,
  }));
  plugin.happen(...chains);
  const { published, lineage, examples } = await preview();
  expect(published).toMatchObject({ sequences: 1_000, isCut: true });
  expect(lineage).toMatchObject({ sequences: 1_000, isCut: true });
  expect(examples).toHaveLength(5);
}, 60_000);

it('one detection that can not search does not hide what the other finds', async () => {
  plugin.happen(revsh);
  plugin.elasticsearch.faults.add({ endpoint: 'eql', kind: 'status503', times: 10 });
  const answer = await preview();
  expect(answer.published.problem?.message).toMatch(/search for sequences/);
  expect(answer).toMatchObject({ lineage: { sequences: 1, problem: null }, both: 0 });
});

it('searches as the user', async () => {
  plugin.happen(revsh);
  plugin.analyst.elasticsearch?.setRights({
    indices: [{ names: ['.alerts-security.*'], privileges: ['read'] }],
  });
  const { status, body } = await send();
  expect([status, body.error]).toEqual([404, 'missing_index']);
});
