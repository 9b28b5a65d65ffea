// SPDX-License-Identifier: Apache-2.0
import {
  alertResponseSchema,
  alertsOverTimeResponseSchema,
  alertsResponseSchema,
} from '../../common/api';
import { ENGLISH, speak } from '../../standalone/kbn_i18n/language';
import type { Chain } from '../executor/chains';
import { chineseMessages } from '../translations/translated';
import {
  ALERTS,
  NOW,
  ourRule,
  startKibanaWithPlugin,
  type KibanaWithPlugin,
} from './kibana_with_plugin';

const MINUTE = 60_000;

let plugin: KibanaWithPlugin;
beforeEach(async () => {
  plugin = await startKibanaWithPlugin();
});
afterEach(() => plugin.close());

const list = async (query: object = {}) =>
  alertsResponseSchema.parse(
    (await plugin.call('GET', 'alerts', { user: plugin.analyst, query })).body,
  );
const read = (id: string) => plugin.call('GET', `alerts/${id}`, { user: plugin.analyst });

const revsh: Chain = { name: 'revsh', at: NOW - 5 * MINUTE };
const miner: Chain = {
  name: 'miner',
  at: NOW - 3 * MINUTE,
  host: 'web7',
  user: 'www-data',
  destination: '198.51.100.9',
};

describe('the sentence of an alert', () => {
  afterEach(() => speak(() => ENGLISH));

  it('is told in the language of whoever asks, also where it was kept in another', async () => {
    const [id] = plugin.alert(plugin.happen(revsh));
    speak(() => ({ locale: 'zh-CN', messages: chineseMessages() }));
    const { body } = await read(id!);
    expect(body.alert.reason).toBe(
      'revsh（/home/dev/revsh），连接前 4 秒由 dev 使用 gcc 编译，从 lab1 连接到 203.0.113.7:4444',
    );
    expect(body.shell['kibana.alert.reason']).toMatch(/^revsh \(\/home\/dev\/revsh\), compiled by/);
  });
});

describe('the list of alerts', () => {
  it('tells each alert at a glance', async () => {
    const [id] = plugin.alert(plugin.happen(revsh));
    const { alerts, total } = await list();
    expect(total).toBe(1);
    expect(alerts).toEqual([
      {
        id,
        detectedAt: '2026-11-24T12:00:00.000Z',
        startedAt: '2026-11-24T11:55:00.000Z',
        status: 'open',
        severity: 'medium',
        riskScore: 47,
        reason:
          'revsh (/home/dev/revsh), compiled by dev with gcc 4 s earlier, connected from lab1 to 203.0.113.7:4444',
        ruleName: 'Network Connection via Recently Compiled Executable',
        ruleUuid: 'security-rule-1',
        foundBy: 'recently-compiled',
        detection: 'published',
        hostId: 'lab1',
        hostName: 'lab1',
        userName: 'dev',
        compiler: 'gcc',
        compileCommand: 'gcc -o revsh x.c',
        binaryPath: '/home/dev/revsh',
        binaryHash: null,
        processName: 'revsh',
        destinationIp: '203.0.113.7',
        destinationPort: 4444,
        delayMs: 4000,
      },
    ]);
  });

  it('shows those of the linked Security rule, whoever raised them, and no others', async () => {
    const body = { link: true, securityRuleId: 'security-rule-1' };
    plugin.kibana.savedObjects.put({
      id: 'security-rule-1',
      type: 'alert',
      attributes: { alertTypeId: 'siem.eqlRule', consumer: 'siem', enabled: true, name: 'Linked' },
    });
    const user = { ...plugin.manager, mayUseRule: () => true };
    const byElastic = plugin.alert(plugin.happen(revsh), { byElastic: true });
    expect((await list()).total).toBe(0);
    await plugin.call('POST', 'rule/install', { user, body });
    const { alerts } = await list();
    expect(alerts).toMatchObject([
      { id: byElastic[0], foundBy: 'elastic', binaryPath: '/home/dev/revsh', processName: 'revsh' },
    ]);
  });

  it.each<[string, object, string[]]>([
    ['nothing, newest first', {}, ['miner', 'revsh']],
    ['status', { status: 'closed' }, ['miner']],
    ['two statuses', { status: ['closed', 'open'] }, ['miner', 'revsh']],
    ['severity', { severity: 'high' }, []],
    ['host', { host: 'web7' }, ['miner']],
    ['user', { user: 'dev' }, ['revsh']],
    ['text, whatever its case', { search: '/HOME/dev' }, ['revsh']],
    ['text with a star in it', { search: 'rev*sh' }, []],
    ['an address', { search: '198.51.100.9' }, ['miner']],
    ['a network', { search: '203.0.113.0/24' }, ['revsh']],
    ['time', { from: '2026-11-24T11:59:30.000Z' }, ['miner']],
    ['time up to', { to: '2026-11-24T11:59:30.000Z' }, ['revsh']],
    ['host, sorted', { sort: 'host', order: 'asc' }, ['revsh', 'miner']],
    ['start, oldest first', { sort: 'startedAt', order: 'asc' }, ['revsh', 'miner']],
    ['page', { perPage: '1', page: '2' }, ['revsh']],
  ])('is filtered by %s', async (_, query, names) => {
    plugin.alert(plugin.happen(revsh), { at: NOW - MINUTE });
    plugin.alert(plugin.happen(miner), { at: NOW, status: 'closed' });
    expect((await list(query)).alerts.map(({ processName }) => processName)).toEqual(names);
  });

  it.each([
    [{}, ['newest', 'middle', 'oldest']],
    [{ sort: 'detectedAt', order: 'asc' }, ['oldest', 'middle', 'newest']],
    [{ sort: 'status', order: 'asc' }, ['newest', 'middle', 'oldest']],
  ])('sorts what one run detected by when it happened: %j', async (query, names) => {
    for (const [name, minutes] of [
      ['oldest', 9],
      ['newest', 3],
      ['middle', 6],
    ] as const) {
      plugin.alert(plugin.happen({ ...revsh, name, at: NOW - minutes * MINUTE }), { at: NOW });
    }
    expect((await list(query)).alerts.map(({ processName }) => processName)).toEqual(names);
  });
});

describe('alerts over time', () => {
  const overTime = (query: object) =>
    plugin.call('GET', 'alerts/over_time', { user: plugin.analyst, query });
  const hour = { last: '1h', columns: 6 };

  it('counts them by severity and by host, column by column', async () => {
    plugin.alert(plugin.happen(revsh), { at: NOW - 30 * MINUTE });
    plugin.alert(plugin.happen(miner), { at: NOW - MINUTE });
    plugin.alert(plugin.happen({ ...miner, name: 'other' }), { at: NOW - MINUTE });
    plugin.alert(plugin.happen({ ...miner, name: 'old' }), { at: NOW - 61 * MINUTE });
    const { status, body } = await overTime(hour);
    expect(status).toBe(200);
    expect(alertsOverTimeResponseSchema.parse(body)).toEqual({
      from: '2026-11-24T11:00:00.000Z',
      to: '2026-11-24T12:00:00.000Z',
      columnMs: 600_000,
      columns: [
        '2026-11-24T11:00:00.000Z',
        '2026-11-24T11:10:00.000Z',
        '2026-11-24T11:20:00.000Z',
        '2026-11-24T11:30:00.000Z',
        '2026-11-24T11:40:00.000Z',
        '2026-11-24T11:50:00.000Z',
        '2026-11-24T12:00:00.000Z',
      ],
      total: 3,
      severities: [{ name: 'medium', total: 3, counts: [0, 0, 0, 1, 0, 2, 0] }],
      hosts: [
        { name: 'web7', total: 2, counts: [0, 0, 0, 0, 0, 2, 0] },
        { name: 'lab1', total: 1, counts: [0, 0, 0, 1, 0, 0, 0] },
      ],
      onOtherHosts: 0,
    });
  });

  it('puts the worst severity first, and sums up the hosts with the fewest alerts', async () => {
    const rule = (severity: 'low' | 'critical') => ({
      ...ourRule(),
      params: { ...ourRule().params, severity },
    });
    for (const host of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) {
      plugin.alert(plugin.happen({ ...revsh, host }), { at: NOW, rule: rule('low') });
    }
    plugin.alert(plugin.happen({ ...miner, host: 'h' }), { at: NOW, rule: rule('critical') });
    const { body } = await overTime(hour);
    expect(
      body.severities.map(({ name, total }: { name: string; total: number }) => [name, total]),
    ).toEqual([
      ['critical', 1],
      ['low', 8],
    ]);
    expect(body.hosts).toHaveLength(6);
    expect(body.hosts[0]).toMatchObject({ name: 'h', total: 2 });
    expect(body.onOtherHosts).toBe(2);
  });

  it('counts those that a run has just written, after the moment of the request', async () => {
    plugin.alert(plugin.happen(revsh), { at: NOW + 11 * MINUTE });
    const { body } = await overTime(hour);
    expect(body.total).toBe(1);
    expect(body.severities[0].counts).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
  });

  it('has empty columns where there are no alerts', async () => {
    const { body } = await overTime(hour);
    expect(body).toMatchObject({ total: 0, severities: [], hosts: [] });
    expect(body.columns).toHaveLength(7);
  });

  it.each([
    ['what is no time', { last: 'yesterday' }, 'last'],
    ['too long a time', { last: '900d' }, 'last'],
    ['too many columns', { ...hour, columns: 10_000 }, 'columns'],
  ])('refuses %s', async (_, query, field) => {
    const { status, body } = await overTime(query);
    expect([status, body.problems[0].field]).toEqual([400, field]);
  });
});

describe('one alert', () => {
  it('comes with its blocks and its events in the order of the stages', async () => {
    const [events = []] = plugin.happen(revsh);
    const [id = ''] = plugin.alert([events]);
    const { status, body } = await read(id);
    expect(status).toBe(200);
    const alert = alertResponseSchema.parse(body);
    expect(alert.events).toEqual(
      ['compile', 'link', 'execute', 'connect'].map((stage, i) => ({
        stage,
        id: events[i]?._id,
        index: events[i]?._index,
        source: events[i]?._source,
        problem: null,
      })),
    );
    expect(alert.blocks.map(({ source }) => source['kibana.alert.group.index'])).toEqual([
      0, 1, 2, 3,
    ]);
    expect(alert.shell['kibana.alert.uuid']).toBe(id);
  });

  it('tells what else the binary, the destination and the user did', async () => {
    const [id = ''] = plugin.alert(plugin.happen(revsh));
    const again = { ...revsh, at: NOW - 4 * MINUTE };
    const elsewhere = { ...miner, destination: '203.0.113.7' };
    const others = plugin.alert(plugin.happen(again, elsewhere), { byElastic: true });
    plugin.kibana.savedObjects.put({
      id: 'ours',
      type: 'alert',
      attributes: {
        alertTypeId: 'recentlyCompiled.networkConnection',
        consumer: 'recentlyCompiled',
        createdAt: '2026-11-24T11:00:00.000Z',
        updatedAt: '2026-11-24T11:00:00.000Z',
        params: { version: 1, securityRuleId: 'security-rule-1' },
      },
    });
    const { related } = alertResponseSchema.parse((await read(id)).body);
    expect(related.binary).toMatchObject({
      alerts: { count: 1, newest: [{ id: others[0], processName: 'revsh', hostName: 'lab1' }] },
      // For each chain: written by the linker, executed, connected.
      events: { count: 6, isLowerBound: false, hosts: 1, firstSeen: '2026-11-24T11:55:01.000Z' },
      problems: [],
    });
    expect(related.destination).toMatchObject({
      alerts: { count: 2 },
      events: { count: 3, hosts: 2, lastSeen: '2026-11-24T11:57:04.000Z' },
    });
    expect(related.hostUser).toMatchObject({ alerts: { count: 1 }, events: { count: 8 } });
  });

  it('names alerts that are related in several ways by one search', async () => {
    const [id = ''] = plugin.alert(plugin.happen(revsh));
    const [again] = plugin.alert(plugin.happen({ ...revsh, at: NOW - 4 * MINUTE }));
    const elsewhere = { ...miner, destination: '203.0.113.7' };
    const [other] = plugin.alert(plugin.happen(elsewhere), { at: NOW + MINUTE });
    const named: string[] = [];
    plugin.elasticsearch.before = (endpoint, { text }) => {
      const [, ids] = /"ids":\{"values":(\[[^\]]*\])/.exec(text) ?? [];
      if (endpoint === 'search' && ids !== undefined) {
        named.push(ids);
      }
    };
    const { related } = alertResponseSchema.parse((await read(id)).body);
    expect(related.binary?.alerts?.newest.map((alert) => alert.id)).toEqual([again]);
    expect(related.destination?.alerts?.newest.map((alert) => alert.id)).toEqual([other, again]);
    expect(related.hostUser?.alerts?.newest.map((alert) => alert.id)).toEqual([again]);
    expect(named).toHaveLength(2);
    expect(named[0]).toBe(JSON.stringify([id]));
  });

  it('finds the same binary by its hash on another host', async () => {
    const hash = 'a'.repeat(64);
    const hashed = (chain: Chain) =>
      plugin.happen(chain).map((events) =>
        events.map((event, i) => {
          const { process, ...others } = event._source as { process: object };
          const _source =
            i === 2
              ? { ...others, process: { ...process, hash: { sha256: hash } } }
              : event._source;
          return { ...event, _source };
        }),
      );
    const [id = ''] = plugin.alert(hashed(revsh));
    const [other] = plugin.alert(hashed({ ...miner, name: 'renamed' }));
    const { alert, related } = alertResponseSchema.parse((await read(id)).body);
    expect(alert.binaryHash).toBe(hash);
    expect(related.binary?.alerts).toMatchObject({
      count: 1,
      newest: [{ id: other, processName: 'renamed', hostName: 'web7' }],
    });
  });

  it('that lineage found comes with the story of its file, and without what was not recorded', async () => {
    const [[compile, link, , connect] = []] = plugin.happen(revsh);
    const [[, renamed] = []] = plugin.happen({ name: 'svc', at: NOW - 4 * MINUTE });
    const gone = { _id: 'gone', _index: link?._index ?? '', _source: renamed?._source ?? {} };
    const [id = ''] = plugin.alert([[compile ?? null, link ?? null, null, connect ?? null]], {
      lineage: {
        story: [
          { step: 'rename', path: '/home/dev/svc', event: renamed ?? gone },
          { step: 'copy', path: '/usr/bin/svc', event: gone },
        ],
      },
    });
    const { alert, events, fileStory, related } = alertResponseSchema.parse((await read(id)).body);
    expect(alert).toMatchObject({
      detection: 'lineage',
      compiler: 'gcc',
      processName: 'revsh',
      delayMs: 4_000,
    });
    expect(events.map(({ stage }) => stage)).toEqual(['compile', 'link', 'connect']);
    expect(fileStory).toEqual([
      {
        step: 'rename',
        path: '/home/dev/svc',
        at: '2026-11-24T11:56:01.000Z',
        id: renamed?._id,
        index: renamed?._index,
        source: renamed?._source,
        problem: null,
      },
      expect.objectContaining({
        step: 'copy',
        path: '/usr/bin/svc',
        source: null,
        problem: expect.objectContaining({
          message: expect.stringMatching(/event \[gone\].* is gone/),
        }),
      }),
    ]);
    // The other chain wrote, executed and connected by the path that the file had later.
    expect(related.binary?.events).toMatchObject({ count: 6 });
    expect((await list()).alerts).toMatchObject([{ id, detection: 'lineage', compiler: 'gcc' }]);
  });

  it('tells what became of its file, through renames, until it is deleted', async () => {
    const chain = plugin.happen(revsh);
    const [id = ''] = plugin.alert(chain);
    const stream = 'logs-endpoint.events.file-default';
    const [, link] = chain[0] ?? [];
    const file = (
      after: number,
      action: string,
      paths: { path: string; from?: string; host?: string },
    ) => ({
      _id: `${action}-${paths.path}-${after}`,
      _source: {
        ...(link?._source ?? {}),
        '@timestamp': new Date(revsh.at + after).toISOString(),
        event: { kind: 'event', category: ['file'], type: ['change'], action },
        host: { id: paths.host ?? 'lab1' },
        process: { name: 'sh' },
        file: { path: paths.path, ...(paths.from && { Ext: { original: { path: paths.from } } }) },
      },
    });
    plugin.elasticsearch.index(stream, [
      file(-60_000, 'deletion', { path: '/home/dev/revsh' }),
      file(5_000, 'rename', { path: '/tmp/.x', from: '/home/dev/revsh' }),
      file(6_000, 'deletion', { path: '/tmp/.x', host: 'other' }),
      file(7_000, 'rename', { path: '/usr/bin/svc', from: '/tmp/.x' }),
      file(8_000, 'creation', { path: '/usr/bin/unrelated' }),
      file(9_000, 'deletion', { path: '/usr/bin/svc' }),
    ]);
    const { fileEvents } = alertResponseSchema.parse((await read(id)).body);
    expect(fileEvents).toMatchObject({ isCut: false, problems: [] });
    expect(
      fileEvents?.events.map(({ action, renamedFrom, path, processName, at }) => [
        action,
        renamedFrom,
        path,
        processName,
        Date.parse(at) - revsh.at,
      ]),
    ).toEqual([
      ['creation', null, '/home/dev/revsh', 'ld', 1_000],
      ['rename', '/home/dev/revsh', '/tmp/.x', 'sh', 5_000],
      ['rename', '/tmp/.x', '/usr/bin/svc', 'sh', 7_000],
      ['deletion', null, '/usr/bin/svc', 'sh', 9_000],
    ]);
    expect(fileEvents?.events[0]?.id).toBe(link?._id);
  });

  it('tells the first events of a file to which more happened than people read', async () => {
    const chain = plugin.happen(revsh);
    const [id = ''] = plugin.alert(chain);
    const [, link] = chain[0] ?? [];
    plugin.elasticsearch.index(
      'logs-endpoint.events.file-default',
      Array.from({ length: 60 }, (_, i) => ({
        _id: `again-${i}`,
        _source: {
          ...(link?._source ?? {}),
          '@timestamp': new Date(revsh.at + 10_000 + i).toISOString(),
        },
      })),
    );
    const { fileEvents } = alertResponseSchema.parse((await read(id)).body);
    expect(fileEvents?.isCut).toBe(true);
    expect(fileEvents?.events).toHaveLength(50);
    expect(fileEvents?.events[0]?.id).toBe(link?._id);
  });

  it('names the processes above those of its events, by what they ran last', async () => {
    const [events = []] = plugin.happen(revsh);
    const ancestry = ['shell', 'sshd', 'init'];
    const sources = events.map(({ _id, _index, _source: source }) => ({
      _id: `${_id}-below`,
      _index,
      _source: {
        ...source,
        process: { ...(source['process'] as object), Ext: { ancestry } },
      },
    }));
    let forked = 0;
    const started = (after: number, process: object, more: object = {}) => ({
      _id: `${JSON.stringify(process)}-${after}`,
      _source: {
        '@timestamp': new Date(revsh.at + after).toISOString(),
        event: {
          kind: 'event',
          category: ['process'],
          type: ['start'],
          action: 'exec',
          sequence: (forked += 1),
        },
        host: { id: 'lab1' },
        process,
        ...more,
      },
    });
    for (const { _id, _index, _source } of sources) {
      plugin.elasticsearch.index(_index, [{ _id, _source }]);
    }
    plugin.elasticsearch.index('logs-endpoint.events.process-default', [
      started(-50_000, { entity_id: 'sshd', name: 'sshd', pid: 2 }),
      started(-20_000, { entity_id: 'shell', name: 'sshd', pid: 3 }),
      started(-10_000, { entity_id: 'shell', name: 'sshd', pid: 3 }),
      started(-10_000, { entity_id: 'shell', name: 'bash', pid: 3, command_line: 'bash -i' }),
      started(60_000, { entity_id: 'shell', name: 'later', pid: 3 }),
      started(-5_000, { entity_id: 'init', name: 'elsewhere' }, { host: { id: 'other' } }),
    ]);
    const [id = ''] = plugin.alert([sources]);
    const { ancestors } = alertResponseSchema.parse((await read(id)).body);
    expect(ancestors).toEqual({
      processes: [
        { process: { entity_id: 'shell', name: 'bash', pid: 3, command_line: 'bash -i' } },
        { process: { entity_id: 'sshd', name: 'sshd', pid: 2 } },
      ],
      problems: [],
    });
  });

  it('tells of events that are gone or may not be read', async () => {
    const [events = []] = plugin.happen(revsh);
    const [id = ''] = plugin.alert([events]);
    plugin.elasticsearch.deleteIndex(events[1]?._index ?? '');
    plugin.analyst.elasticsearch?.setRights({
      indices: [
        { names: ['logs-endpoint.events.process-*', '.alerts-security.*'], privileges: ['read'] },
      ],
    });
    const alert = alertResponseSchema.parse((await read(id)).body);
    expect(alert.events.map(({ source }) => source !== null)).toEqual([true, false, true, false]);
    expect(alert.events[3]?.problem?.message).toBe(
      `The event [${events[3]?._id}] in [${events[3]?._index}] may not be read by you`,
    );
  });

  it('is not found under another id, in another space, or by the id of a block', async () => {
    plugin.alert(plugin.happen(revsh));
    const block = plugin.elasticsearch.documents(ALERTS)[0]?._id ?? '';
    for (const id of ['nothing', block]) {
      const { status, body } = await read(id);
      expect([status, body.error]).toEqual([404, 'not_found']);
    }
  });
});

describe('the status of alerts', () => {
  const change = (ids: readonly string[], status: string, user = plugin.manager) =>
    plugin.call('PUT', 'alerts/status', { user, body: { ids, status } });
  const statuses = () =>
    plugin.elasticsearch
      .documents(ALERTS)
      .map(({ _source }) => _source['kibana.alert.workflow_status']);

  it('changes with that of the building blocks, and says when', async () => {
    const [first = '', second] = plugin.alert(plugin.happen(revsh, miner));
    const { status, body } = await change([first, 'unknown'], 'closed');
    expect(status).toBe(200);
    expect(body).toEqual({ found: [first], notFound: ['unknown'], documents: 5, conflicts: 0 });
    expect(statuses()).toEqual([
      ...Array<string>(5).fill('closed'),
      ...Array<string>(5).fill('open'),
    ]);
    expect(plugin.elasticsearch.documents(ALERTS)[0]?._source).toMatchObject({
      'kibana.alert.workflow_status_updated_at': '2026-11-24T12:00:00.000Z',
    });
    expect((await list({ status: 'open' })).alerts.map(({ id }) => id)).toEqual([second]);
  });

  it('is left alone where it is so already', async () => {
    const ids = plugin.alert(plugin.happen(revsh));
    expect((await change(ids, 'open')).body.documents).toBe(0);
  });

  it('of alerts of other rules can not be changed here', async () => {
    const ids = plugin.alert(plugin.happen(revsh), { byElastic: true });
    expect((await change(ids, 'closed')).body).toMatchObject({ found: [], notFound: ids });
    expect(statuses()).toEqual(Array<string>(5).fill('open'));
  });

  it('can not be changed by those who may only read alerts', async () => {
    const ids = plugin.alert(plugin.happen(revsh));
    const { status, body } = await change(ids, 'closed', plugin.analyst);
    expect([status, body.error]).toEqual([403, 'missing_privilege']);
    expect(body.remedy).toContain('[read, write, maintenance]');
    expect(statuses()).toEqual(Array<string>(5).fill('open'));
  });
});
