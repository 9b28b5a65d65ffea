// SPDX-License-Identifier: Apache-2.0
import { previewResponseSchema } from '../../common/api';
import { chainEvents, type Chain } from '../executor/chains';
import { NOW, startKibanaWithPlugin, type KibanaWithPlugin } from './kibana_with_plugin';

const MINUTE = 60_000;

let plugin: KibanaWithPlugin;
beforeEach(async () => {
  plugin = await startKibanaWithPlugin();
});
afterEach(() => plugin.close());

const revsh: Chain = { name: 'revsh', at: NOW - 5 * MINUTE };
const build: Chain = { name: 'tool', at: NOW - 3 * MINUTE, host: 'ci-1', user: 'builder' };

const is = (field: string, value: string) => ({
  field,
  operator: 'included',
  type: 'match',
  value,
});

const send = (entries: readonly object[], changes: object = {}) =>
  plugin.call('POST', 'exclusions/preview', {
    user: plugin.analyst,
    body: {
      exclusion: { entries },
      from: '2026-11-24T11:00:00.000Z',
      to: '2026-11-24T12:00:00.000Z',
      ...changes,
    },
  });
const preview = async (entries: readonly object[], changes?: object) =>
  previewResponseSchema.parse((await send(entries, changes)).body);

it('counts and names the alerts and sequences of one host', async () => {
  const chains = plugin.happen(revsh, build);
  const [, ciAlert] = plugin.alert(chains, { status: 'closed' });
  const answer = await preview([is('host.name', 'ci-1')]);
  expect(answer).toMatchObject({
    scope: 'event',
    words: 'Hides every event where host.name is ci-1 on linux hosts.',
    alerts: { examined: 2, hidden: 1, isComplete: true, list: [{ id: ciAlert, hostName: 'ci-1' }] },
    sequences: { examined: 2, hidden: 1, isComplete: true },
    warnings: [],
  });
  expect(answer.sequences.list).toEqual([
    {
      events: chains[1]?.map(({ _id: id, _index: index }) => ({ id, index })),
      facts: expect.objectContaining({
        hostName: 'ci-1',
        userName: 'builder',
        binaryPath: '/home/builder/tool',
      }),
    },
  ]);
});

it('tries conditions on several events on the sequence as a whole', async () => {
  plugin.alert(plugin.happen(revsh, build), { status: 'closed' });
  const answer = await preview([is('file.name', 'tool'), is('destination.ip', '203.0.113.7')]);
  expect(answer).toMatchObject({
    scope: 'sequence',
    alerts: { hidden: 1 },
    sequences: { hidden: 1, list: [{ facts: { processName: 'tool' } }] },
  });
});

it('warns when it hides everything, or an alert that is not closed', async () => {
  plugin.alert(plugin.happen(revsh));
  const { warnings } = await preview([is('host.os.type', 'linux')]);
  expect(warnings.map(({ message }) => message)).toEqual([
    'It hides every alert of this time range (1)',
    'It hides every sequence of this time range (1)',
    'It hides an alert that somebody still has to look at or works on',
  ]);
});

it('does not count sequences that another exclusion hides already', async () => {
  plugin.happen(revsh, build);
  const body = { name: 'CI', entries: [is('host.name', 'ci-1')] };
  const added = await plugin.call('POST', 'exclusions', { user: plugin.manager, body });
  const entries = [is('process.name', 'gcc')];
  expect((await preview(entries)).sequences).toMatchObject({ examined: 1, hidden: 1 });
  const { itemId } = added.body.exclusion;
  expect((await preview(entries, { itemId })).sequences).toMatchObject({ examined: 2, hidden: 2 });
});

it('reads the values of a value list, and says where it can not', async () => {
  plugin.happen(revsh, build);
  plugin.kibana.lists.valueLists.set('ci-hosts', { type: 'keyword', values: ['ci-1', 'ci-2'] });
  const inList = (id: string) => [
    { field: 'host.name', operator: 'included', type: 'list', list: { id, type: 'keyword' } },
  ];
  expect((await preview(inList('ci-hosts'))).sequences.hidden).toBe(1);
  const { sequences, warnings } = await preview(inList('no-such-list'));
  expect(sequences.hidden).toBe(0);
  expect(warnings[0]?.message).toContain('The value list [no-such-list] can not be read');
});

it('counts what lineage finds, since that is what the rule goes by', async () => {
  // Neither compiler nor execution were recorded: the published query finds nothing.
  const [, link, , connect] = chainEvents(revsh);
  for (const [stream, document] of [link!, connect!]) {
    plugin.elasticsearch.index(stream, [document]);
  }
  expect((await preview([is('destination.ip', '203.0.113.7')])).sequences).toMatchObject({
    examined: 1,
    hidden: 1,
    list: [
      {
        events: [{ id: link?.[1]._id }, { id: connect?.[1]._id }],
        facts: { compiler: null, binaryPath: '/home/dev/revsh', delayMs: 3_000 },
      },
    ],
  });
});

it('looks at the last seven days where no time is asked for, and at what a run that is under way writes', async () => {
  const DAY = 24 * 60 * MINUTE;
  const [recent, old] = plugin.happen(revsh, { ...build, at: NOW - 8 * DAY });
  plugin.alert([recent!], { at: NOW + MINUTE });
  plugin.alert([old!], { at: NOW - 8 * DAY });
  const range = { from: undefined, to: undefined };
  expect(await preview([is('host.os.type', 'linux')], range)).toMatchObject({
    alerts: { examined: 1, hidden: 1 },
    sequences: { examined: 1, hidden: 1 },
  });
});

it('works before there was ever an alert', async () => {
  plugin.elasticsearch.deleteIndex('.internal.alerts-security.alerts-default-000001');
  plugin.happen(build);
  expect(await preview([is('host.name', 'ci-1')])).toMatchObject({
    alerts: { examined: 0, hidden: 0 },
    sequences: { hidden: 1 },
  });
});

it.each([
  ['backwards', { from: '2026-11-24T12:00:00.000Z', to: '2026-11-24T11:00:00.000Z' }],
  ['too long', { from: '2026-01-01T00:00:00.000Z' }],
])('refuses a time range that is %s', async (_, range) => {
  const { status, body } = await send([is('host.name', 'ci-1')], range);
  expect([status, body.problems[0].field]).toEqual([400, 'to']);
});

it('searches as the user', async () => {
  plugin.happen(build);
  plugin.analyst.elasticsearch?.setRights({
    indices: [{ names: ['.alerts-security.*'], privileges: ['read'] }],
  });
  const { status, body } = await send([is('host.name', 'ci-1')]);
  // As Elasticsearch says it for a pattern that matches nothing that the user may read.
  expect([status, body.error]).toEqual([404, 'missing_index']);
});
