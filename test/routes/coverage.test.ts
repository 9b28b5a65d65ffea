// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { hostsResponseSchema, type HostCoverage, type HostsResponse } from '../../common/api';
import { superuser, type KibanaUser } from '../../standalone/kibana/kibana_user';
import { openRecordings } from '../captures/recordings';
import type { DoubleDocument } from '../doubles/elasticsearch/elasticsearch_double';
import { NOW, startKibanaWithPlugin, type KibanaWithPlugin } from './kibana_with_plugin';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let plugin: KibanaWithPlugin;
beforeEach(async () => {
  plugin = await startKibanaWithPlugin();
});
afterEach(() => plugin.close());

const ask = (query: object = {}, user: KibanaUser = superuser()) =>
  plugin.call('GET', 'readiness/hosts', { user, query: { ...query } });

const coverage = async (query: object = {}): Promise<HostsResponse> => {
  const { status, body } = await ask(query);
  expect([status, body.message]).toEqual([200, undefined]);
  return hostsResponseSchema.parse(body);
};

const names = ({ hosts }: HostsResponse) => hosts.map(({ name }) => name);

interface Sent {
  readonly host?: object;
  readonly at?: number;
  readonly version?: string;
  readonly process?: object;
  readonly action?: string;
  readonly type?: string;
  readonly agent?: object;
}

let number = 0;

/** Writes one event of a category. */
const send = (category: 'process' | 'file' | 'network', sent: Sent = {}): void => {
  const { host = { id: 'h1', name: 'web1', os: { type: 'linux' } }, at = NOW - MINUTE } = sent;
  const action = { process: 'exec', file: 'creation', network: 'connection_attempted' }[category];
  number += 1;
  const document: DoubleDocument = {
    _id: `e${number}`,
    _source: {
      '@timestamp': new Date(at).toISOString(),
      event: { category: [category], action: sent.action ?? action, type: [sent.type ?? 'start'] },
      host,
      agent: sent.agent ?? { id: 'a1', version: sent.version ?? '8.12.2' },
      process: sent.process ?? { name: 'nginx', args: ['nginx'] },
    },
  };
  plugin.elasticsearch.index(`logs-endpoint.events.${category}-default`, [document]);
};

const sendAll = (sent: Sent = {}): void => {
  send('process', sent);
  send('file', sent);
  send('network', sent);
};

const only = async (query: object = {}): Promise<HostCoverage> => {
  const { hosts } = await coverage(query);
  expect(hosts).toHaveLength(1);
  return hosts[0]!;
};

it('tells what a host sent last of each kind, with which sensor', async () => {
  const host = {
    id: 'h1',
    name: 'web1',
    os: { type: 'linux', full: 'Debian 12', name: 'Linux' },
  };
  sendAll({ host, at: NOW - 3 * HOUR, version: '8.9.0' });
  send('file', { host, at: NOW - 2 * HOUR, version: '8.9.0' });
  send('process', { host, at: NOW - HOUR, version: '8.12.2', process: { name: 'sh' } });
  expect(await only()).toEqual({
    key: 'id:h1',
    id: 'h1',
    agentId: 'a1',
    name: 'web1',
    os: 'Debian 12',
    sensorVersion: '8.12.2',
    lastEvent: '2026-11-24T11:00:00.000Z',
    lastProcess: '2026-11-24T11:00:00.000Z',
    lastFile: '2026-11-24T10:00:00.000Z',
    lastNetwork: '2026-11-24T09:00:00.000Z',
    naming: 'invoked',
    published: { canMatch: 'yes', reasons: [] },
    lineage: { canMatch: 'yes', reasons: [] },
  });
});

describe('what a detection can match', () => {
  const SH = { name: 'sh', args: ['sh', '-c', 'true'] };
  const DASH = { name: 'dash', args: ['/bin/sh', '-c', 'true'] };

  it.each<[string, () => void, Partial<HostCoverage>]>([
    [
      'a sensor that names processes as they are invoked',
      () => sendAll({ process: SH }),
      { naming: 'invoked', published: { canMatch: 'yes', reasons: [] } },
    ],
    [
      'one that names the file that runs',
      () => sendAll({ process: DASH }),
      { naming: 'resolved', published: { canMatch: 'no', reasons: ['resolved_names'] } },
    ],
    [
      'one that does both, as after an update',
      () => {
        sendAll({ process: SH });
        send('process', { process: DASH });
      },
      { naming: 'mixed', published: { canMatch: 'unknown', reasons: ['mixed_names'] } },
    ],
    [
      'one whose programs do not tell',
      () => sendAll(),
      { naming: 'unknown', published: { canMatch: 'unknown', reasons: ['unknown_names'] } },
    ],
    [
      'busybox by its own name',
      () => sendAll({ process: { name: 'busybox', args: ['busybox', 'sh'] } }),
      { naming: 'unknown' },
    ],
    [
      'no file events',
      () => {
        send('process', { process: SH });
        send('network');
      },
      {
        lastFile: null,
        published: { canMatch: 'no', reasons: ['no_file_events'] },
        lineage: { canMatch: 'no', reasons: ['no_file_events'] },
      },
    ],
    [
      'files that are never created',
      () => {
        send('process', { process: SH });
        send('file', { action: 'deletion' });
        send('network');
      },
      {
        published: { canMatch: 'no', reasons: ['no_file_creations'] },
        lineage: { canMatch: 'yes', reasons: [] },
      },
    ],
    [
      'ends of processes and accepted connections alone',
      () => {
        send('process', { process: SH, action: 'end', type: 'end' });
        send('file');
        send('network', { action: 'connection_accepted' });
      },
      { lineage: { canMatch: 'no', reasons: ['no_process_starts', 'no_connections'] } },
    ],
    [
      'a host without an id',
      () => sendAll({ host: { name: 'web1', os: { type: 'linux' } }, process: SH }),
      {
        id: null,
        name: 'web1',
        agentId: 'a1',
        published: { canMatch: 'no', reasons: ['no_host_id'] },
        lineage: { canMatch: 'yes', reasons: [] },
      },
    ],
    [
      'events that name no host',
      () => sendAll({ host: { os: { type: 'linux' } }, agent: { version: '1' }, process: SH }),
      { key: '[null,null]', lineage: { canMatch: 'no', reasons: ['no_host'] } },
    ],
    [
      'an operating system that is not told',
      () => sendAll({ host: { id: 'h1' }, process: SH }),
      { published: { canMatch: 'no', reasons: ['no_os_type'] } },
    ],
    [
      'several values where a sensor merges what happened to a process',
      () => {
        const merged = { action: ['fork', 'exec', 'end'], type: ['start', 'end'] };
        send('process', { process: SH, ...(merged as unknown as Sent) });
        send('file');
        send('network');
      },
      { published: { canMatch: 'yes', reasons: [] } },
    ],
  ])('%s', async (_, happens, expected) => {
    happens();
    expect(await only()).toMatchObject(expected);
  });

  it('depends on the names that the parameters of the rule hold', async () => {
    sendAll({ process: DASH });
    send('process', { process: { name: 'gcc-13', args: ['gcc'] } });
    send('file', { process: { name: 'ld.bfd' } });
    expect((await only()).published.canMatch).toBe('no');
    await plugin.call('POST', 'rule/install', {
      user: superuser(),
      body: { params: { compilers: ['gcc-13'], linkers: ['ld.bfd'] } },
    });
    expect((await only()).published).toEqual({ canMatch: 'yes', reasons: [] });
  });
});

it('leaves out other systems and what is too old', async () => {
  sendAll({ host: { id: 'w', name: 'win', os: { type: 'windows' } } });
  sendAll({ host: { id: 'o', name: 'old', os: { type: 'linux' } }, at: NOW - 8 * DAY });
  sendAll();
  expect(names(await coverage())).toEqual(['web1']);
  const month = await coverage({ days: 30, sort: 'name' });
  expect(names(month)).toEqual(['old', 'web1']);
  expect([month.from, month.to]).toEqual(['2026-10-25T12:00:00.000Z', '2026-11-24T12:00:00.000Z']);
  expect((await ask({ days: 31 })).status).toBe(400);
});

describe('a list', () => {
  const host = (id: string, name: string, full: string) => ({
    host: { id, name, os: { type: 'linux', full } },
  });
  beforeEach(() => {
    sendAll({ ...host('1', 'web10', 'Debian 12'), version: '8.9.1', at: NOW - 3 * MINUTE });
    sendAll({ ...host('2', 'web9', 'Debian 11'), version: '8.10.0', at: NOW - 2 * MINUTE });
    send('process', { ...host('3', 'DB1', 'Rocky 9'), version: '8.12.2', at: NOW - MINUTE });
  });

  it.each([
    [{ sort: 'name' }, ['DB1', 'web9', 'web10']],
    [{ sort: 'name', order: 'desc' }, ['web10', 'web9', 'DB1']],
    [{ sort: 'sensorVersion' }, ['web10', 'web9', 'DB1']],
    [{ sort: 'lastEvent', order: 'desc' }, ['DB1', 'web9', 'web10']],
    // What is not known comes last in both orders.
    [{ sort: 'lastFile' }, ['web10', 'web9', 'DB1']],
    [{ sort: 'lastFile', order: 'desc' }, ['web9', 'web10', 'DB1']],
    [{}, ['DB1', 'web9', 'web10']],
    [{ search: 'db' }, ['DB1']],
    [{ search: 'debian', sort: 'os' }, ['web9', 'web10']],
    [{ search: '8.12' }, ['DB1']],
    [{ show: 'published_no' }, ['DB1']],
    [{ show: 'published_unknown', sort: 'name' }, ['web9', 'web10']],
    [{ show: 'lineage_no' }, ['DB1']],
    [{ sort: 'name', perPage: 2, page: 2 }, ['web10']],
  ])('%j', async (query, expected) => {
    const answer = await coverage(query);
    expect(names(answer)).toEqual(expected);
    expect(answer.counts).toEqual({
      all: 3,
      published_no: 1,
      published_unknown: 2,
      lineage_no: 1,
    });
    expect(answer.isComplete).toBe(true);
  });
});

it('asks once for every 2,500 hosts, and pages through five thousand', async () => {
  plugin.elasticsearch.index(
    'logs-endpoint.events.process-default',
    Array.from({ length: 5_000 }, (_, i) => ({
      _id: `p${i}`,
      _source: {
        '@timestamp': new Date(NOW - i * 1_000).toISOString(),
        event: { category: ['process'], type: ['start'], action: 'exec' },
        host: { id: `id-${i}`, name: `host-${i}`, os: { type: 'linux' } },
        process: { name: 'sh', args: ['sh'] },
      },
    })),
  );
  let requests = 0;
  plugin.elasticsearch.before = () => {
    requests += 1;
  };
  const answer = await coverage({ sort: 'name', page: 200, perPage: 25 });
  expect(answer.total).toBe(5_000);
  expect([names(answer)[0], names(answer).at(-1)]).toEqual(['host-4975', 'host-4999']);
  // Two full pages, an empty one, and one for events without an id.
  expect(requests).toBe(4);
}, 60_000);

it('says whose privilege is missing', async () => {
  const blind = {
    ...plugin.analyst,
    elasticsearch: plugin.elasticsearch.user('blind', { indices: [] }),
  };
  const { status, body } = await ask({}, blind);
  expect(status).toBe(403);
  expect(body.remedy).toContain('[read]');
});

describe.each(['invoked', 'resolved'] as const)('recordings of names as %s', (mode) => {
  it('are told apart, and whatever a real Elasticsearch found can be matched', async () => {
    const recordings = openRecordings(path.join(__dirname, '../captures/data'));
    const byHost = new Map<string, string>();
    for (const { flow } of recordings.labels) {
      for (const event of recordings.events(flow, mode)) {
        const { event: facts, host } = event._source as {
          event: { category: string[] };
          host: { id: string };
        };
        byHost.set(host.id, flow);
        plugin.elasticsearch.index(`logs-endpoint.events.${facts.category[0]}-default`, [
          { _id: event._id, _source: event._source },
        ]);
      }
    }
    const { hosts } = await coverage({ perPage: 100 });
    expect(hosts.length).toBe(byHost.size);
    const told = hosts.filter(({ naming }) => naming !== 'unknown');
    expect(told.filter(({ naming }) => naming !== mode)).toEqual([]);
    expect(told.length).toBeGreaterThan(hosts.length * 0.8);
    const found = hosts.filter(
      ({ id }) =>
        recordings.answer(byHost.get(id ?? '') ?? '', mode, 'v6', 'tiebreaker').length > 0,
    );
    expect(found.map(({ published }) => published.canMatch).filter((can) => can !== 'yes')).toEqual(
      [],
    );
    expect(found.length > 0).toBe(mode === 'invoked');
  });
});
