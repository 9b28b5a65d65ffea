// SPDX-License-Identifier: Apache-2.0
import { appendFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { idsIn, recordingFile, RECORDINGS_FILES, ROOT, runCli, scanCli } from '../cli/run_cli';
import { EVENT_MAPPING } from '../../standalone/elasticsearch/event_mapping';
import {
  apiKeyOf,
  startElasticsearchDouble,
  type ElasticsearchDouble,
} from '../doubles/elasticsearch/elasticsearch_double';
import { chainEvents, STREAMS } from '../executor/chains';
import { end, until, useFolder, useHosts, type Body, type HostProcess } from './host_process';

const RECORDINGS = path.join(ROOT, 'recordings');
const ATTACK = recordingFile('35-reverse-shell');

const folder = useFolder();
const serve = useHosts();

// The page is bundled when the first test starts the command.
jest.setTimeout(180_000);
beforeAll(async () => {
  await runCli(['serve', '--help']);
});

const alertsOf = async (host: HostProcess, query = ''): Promise<Body[]> =>
  (await host.call('GET', `/alerts?perPage=100${query}`)).body.alerts;

const lastRun = async (host: HostProcess): Promise<Body> =>
  (await host.call('GET', '/rule')).body.rule?.lastRun;

/** Installs the rule and waits for its first run. */
const install = async (host: HostProcess): Promise<void> => {
  expect((await host.call('POST', '/rule/install', {})).status).toBe(200);
  await until(() => lastRun(host), Boolean);
};

const eventIds = async (host: HostProcess, alert: Body): Promise<string[]> => {
  const { body } = await host.call('GET', `/alerts/${alert.id}`);
  return body.events.map(({ id }: Body) => id);
};

describe('the bundled recording', () => {
  it('gives the alerts of a scan, whose events are the same', async () => {
    const host = await serve([RECORDINGS, '--data', folder()]);
    await install(host);
    const alerts = await alertsOf(host);
    expect(alerts).toHaveLength(8);
    const { stdout } = await scanCli([...RECORDINGS_FILES, '--format', 'ndjson']);
    const found = await Promise.all(alerts.map((alert) => eventIds(host, alert)));
    expect(found.map(String).sort()).toEqual(idsIn(stdout).map(String).sort());
  });

  it('is looked at as at its end', async () => {
    const host = await serve([RECORDINGS, '--data', folder()]);
    const { body: status } = await host.call('GET', '_host/status');
    expect(status).toMatchObject({
      time: { source: 'recording', now: '2026-11-24T11:58:00.010Z' },
      events: { source: 'files', count: 2667, from: '2026-11-24T11:57:30.569Z' },
    });
    const { body } = await host.call('GET', '/readiness');
    const checks = Object.fromEntries(body.checks.map((one: Body) => [one.id, one.status]));
    expect(checks).toMatchObject({ hosts: 'ok', recent_events: 'ok', own_rule: 'error' });
  });

  it('tells what an exclusion would hide', async () => {
    const host = await serve([RECORDINGS, '--data', folder()]);
    await install(host);
    const { status, body } = await host.call('POST', '/exclusions/preview', {
      exclusion: {
        entries: [
          { field: 'process.name', operator: 'included', type: 'match', value: 'implant35' },
        ],
      },
      from: '2026-11-24T11:00:00.000Z',
      to: '2026-11-24T12:00:00.000Z',
    });
    expect([status, body.message]).toEqual([200, undefined]);
    expect(body).toMatchObject({
      alerts: { examined: 8, hidden: 1 },
      sequences: { examined: 8, hidden: 1 },
    });
  });
});

describe('state', () => {
  it.each(['SIGINT', 'SIGKILL'] as const)('survives %s', async (signal) => {
    const data = folder();
    const host = await serve([RECORDINGS, '--data', data]);
    await install(host);
    const [first] = await alertsOf(host);
    const closed = await host.call('PUT', '/alerts/status', { ids: [first.id], status: 'closed' });
    expect(closed.status).toBe(200);
    const created = await host.call('POST', '/exclusions', {
      name: 'Build server',
      entries: [{ field: 'process.name', operator: 'included', type: 'match', value: 'make' }],
    });
    expect([created.status, created.body.message]).toEqual([200, undefined]);
    const before = await lastRun(host);
    await end(host, signal);

    const again = await serve(['--data', data]);
    expect(await alertsOf(again, '&status=closed')).toMatchObject([{ id: first.id }]);
    expect(await alertsOf(again)).toHaveLength(8);
    const { body } = await again.call('GET', '/exclusions');
    expect(JSON.stringify(body)).toContain('Build server');
    expect((await lastRun(again)).created).toBeLessThanOrEqual(before.created);
  });

  it('that is damaged is told of and set aside', async () => {
    const data = folder();
    const host = await serve([RECORDINGS, '--data', data]);
    await install(host);
    await end(host, 'SIGKILL');
    const log = readdirSync(path.join(data, 'state')).find((name) => name.endsWith('.log')) ?? '';
    const file = path.join(data, 'state', log);
    const bytes = readFileSync(file);
    bytes.fill(0x55, 5_000, 6_000);
    writeFileSync(file, bytes);

    const again = await serve(['--data', data]);
    expect(await alertsOf(again)).toEqual([]);
    await end(again, 'SIGINT');
    expect((await again.ended).stderr).toMatch(/state .*is damaged .*renamed to .*damaged-/);
    expect(readdirSync(data).some((name) => name.startsWith('state.damaged-'))).toBe(true);
  });

  it('keeps all that was answered when the host is killed while it writes', async () => {
    const data = folder();
    const host = await serve([RECORDINGS, '--data', data]);
    await install(host);
    const alerts = await alertsOf(host);
    const written = new Map<string, string>();
    const write = async (mine: readonly Body[]): Promise<void> => {
      for (let i = 0; ; i += 1) {
        const { id } = mine[i % mine.length];
        const status = (['acknowledged', 'closed', 'open'] as const)[i % 3] ?? 'open';
        // What was not answered may be there or not.
        written.delete(id);
        await host.call('PUT', '/alerts/status', { ids: [id], status });
        written.set(id, status);
        if (i === 40) {
          host.child.kill('SIGKILL');
        }
      }
    };
    const writers = [write(alerts.slice(0, 3)), write(alerts.slice(3))];
    await expect(Promise.all(writers)).rejects.toThrow();
    await Promise.allSettled(writers);
    await host.ended;

    const again = await serve(['--data', data]);
    const found = new Map((await alertsOf(again)).map(({ id, status }) => [id, status]));
    expect(found.size).toBe(8);
    expect(written.size).toBeGreaterThan(0);
    expect(found).toEqual(new Map([...found, ...written]));
    expect(readdirSync(data)).toEqual(['state']);
  });

  it('is used by one host at a time', async () => {
    const data = folder();
    await serve(['--data', data]);
    const { code, stderr } = await runCli(['serve', '--port', '0', '--data', data]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/Another process has it open.* --data/);
  });
});

describe('events that come later', () => {
  it('raise alerts when a file is dropped on the page', async () => {
    const host = await serve([recordingFile('79-dns-only'), '--data', folder()]);
    await install(host);
    const upload = await fetch(
      `${host.url}/internal/recently_compiled_host/files?name=..%2F..%2Fetc%2Fattack.gz`,
      { method: 'POST', body: readFileSync(ATTACK) },
    );
    expect(upload.status).toBe(200);
    expect(await upload.json()).toMatchObject({ name: '../../etc/attack.gz', problems: [] });
    const [alert] = await until(
      () => alertsOf(host),
      ({ length }) => length > 0,
    );
    expect(alert).toMatchObject({ hostName: 'cap-35-reverse-shell' });
  });

  it('raise alerts as a watched file grows, is cut and grows again', async () => {
    const file = path.join(folder(), 'events.ndjson');
    const text = (flow: string): string => gunzipSync(readFileSync(recordingFile(flow))).toString();
    writeFileSync(file, '');
    const host = await serve([file, '--watch', '--data', folder()]);
    await install(host);
    const first = text('35-reverse-shell');
    appendFileSync(file, first.slice(0, first.length / 2));
    appendFileSync(file, first.slice(first.length / 2));
    await until(
      () => alertsOf(host),
      ({ length }) => length === 1,
    );
    truncateSync(file);
    await host.said('the file was cut');
    appendFileSync(file, text('20-make-driven'));
    const alerts = await until(
      () => alertsOf(host),
      ({ length }) => length === 2,
    );
    expect(alerts.map(({ hostName }) => hostName).sort()).toEqual([
      'cap-20-make-driven',
      'cap-35-reverse-shell',
    ]);
  });
});

describe('a cluster', () => {
  let cluster: ElasticsearchDouble;

  beforeEach(async () => {
    cluster = await startElasticsearchDouble();
    for (const stream of STREAMS) {
      cluster.createIndex(stream, { mappings: EVENT_MAPPING, dataStream: true });
    }
    for (const [stream, event] of chainEvents({ name: 'shell', at: Date.now() - 60_000 })) {
      cluster.index(stream, [event]);
    }
  });
  afterEach(() => cluster.close());

  it('is searched as the user of the key, while alerts stay here', async () => {
    const reader = cluster.user('reader', {
      indices: [{ names: ['logs-endpoint.events.*'], privileges: ['read'] }],
    });
    const host = await serve(['--elasticsearch', cluster.url, '--data', folder()], {
      RECENTLY_COMPILED_API_KEY: apiKeyOf(reader),
    });
    await install(host);
    const [alert] = await alertsOf(host);
    expect(await eventIds(host, alert)).toHaveLength(4);
    const { body } = await host.call('GET', '/readiness');
    const checks = Object.fromEntries(body.checks.map((one: Body) => [one.id, one.status]));
    expect(checks).toMatchObject({ hosts: 'ok', privileges: 'ok', alert_index: 'ok' });
    expect(new Set(cluster.requests.map(({ user }) => user))).toEqual(new Set(['reader']));
    expect(cluster.requests.filter(({ path: asked }) => asked.includes('alerts'))).toEqual([]);
  });
});

describe('other sites', () => {
  const ask = (url: string, method: string, headers: Record<string, string>): Promise<number> =>
    new Promise((resolve, reject) => {
      request(url, { method, headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });

  it('neither read under a name of theirs nor change anything', async () => {
    const host = await serve(['--data', folder()]);
    const url = `${host.url}/internal/recently_compiled/rule`;
    expect(await ask(url, 'GET', {})).toBe(200);
    expect(await ask(url, 'GET', { host: 'attacker.example' })).toBe(403);
    expect(await ask(`${url}/install`, 'POST', { origin: 'http://attacker.example' })).toBe(403);
    expect(await ask(`${url}/install`, 'POST', { 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await ask(`${url}/install`, 'POST', { origin: host.url })).toBe(200);
  });

  it('get a page without inline script, for nobody to frame or read', async () => {
    const host = await serve(['--data', folder()]);
    const page = await fetch(host.url);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'; ");
    expect(page.headers.get('access-control-allow-origin')).toBeNull();
    expect(await page.text()).not.toMatch(/<script(?![^>]* src=)/);
    expect((await fetch(`${host.url}/assets/..%2f..%2fpackage.json`)).status).toBe(404);
  });
});
