// SPDX-License-Identifier: Apache-2.0
import { appendFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
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
const TEST_CA = path.join(__dirname, 'data', 'test_ca.pem');
const TEST_KEY = path.join(__dirname, 'data', 'test_key.pem');
const ATTACK = recordingFile('35-reverse-shell');

const folder = useFolder();
const serve = useHosts();

// The page is bundled when the first test starts the command.
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

  it('has no Fleet to warn of, and tells on which hosts detections can match', async () => {
    const host = await serve([RECORDINGS, '--data', folder()]);
    const { body } = await host.call('GET', '/readiness?check=fleet_server&check=agents');
    expect(body.checks.map(({ status, message }: Body) => [status, message.slice(0, 23)])).toEqual([
      ['not_applicable', 'Not part of a recording'],
      ['not_applicable', 'Not part of a recording'],
    ]);
    const { body: found } = await host.call('GET', '/readiness/hosts?search=reverse-shell');
    expect(found.hosts).toMatchObject([
      {
        name: 'cap-35-reverse-shell',
        naming: 'invoked',
        published: { canMatch: 'yes' },
        lineage: { canMatch: 'yes' },
      },
    ]);
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

  const reader = () =>
    cluster.user('reader', {
      indices: [{ names: ['logs-endpoint.events.*'], privileges: ['read'] }],
    });
  const USER = { RECENTLY_COMPILED_USER: 'reader', RECENTLY_COMPILED_PASSWORD: 'of the reader' };

  it('is searched as a user with a password', async () => {
    reader();
    const host = await serve(['--elasticsearch', cluster.url, '--data', folder()], USER);
    await install(host);
    expect(await alertsOf(host)).toHaveLength(1);
    expect(new Set(cluster.requests.map(({ user }) => user))).toEqual(new Set(['reader']));
  });

  it('wants a password with a user', async () => {
    const { code, stderr } = await runCli(['serve', '--elasticsearch', cluster.url, '--user', 'a']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('A user needs a password')]);
  });

  it('takes no files', async () => {
    const host = await serve(['--elasticsearch', cluster.url, '--data', folder()]);
    const { status, body } = await host.call('POST', '_host/files?name=x', {});
    expect([status, body.remedy]).toEqual([409, expect.stringContaining('--elasticsearch')]);
  });

  describe('behind TLS', () => {
    let proxy: Server;
    let url: string;
    beforeEach(async () => {
      const tls = { key: readFileSync(TEST_KEY), cert: readFileSync(TEST_CA) };
      proxy = createServer(tls, (incoming, response) => {
        const { method, headers, url: asked } = incoming;
        const onwards = request(`${cluster.url}${asked}`, { method, headers }, (answer) => {
          response.writeHead(answer.statusCode ?? 0, answer.headers);
          answer.pipe(response);
        });
        incoming.pipe(onwards);
      });
      await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
      url = `https://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    });
    afterEach(() => {
      proxy.closeAllConnections();
      proxy.close();
    });

    const hostsCheck = async (host: HostProcess): Promise<Body> =>
      (await host.call('GET', '/readiness')).body.checks.find(({ id }: Body) => id === 'hosts');

    it('is trusted by the certificate authority that is named', async () => {
      reader();
      const words = ['--elasticsearch', url, '--ca', TEST_CA, '--data', folder()];
      const host = await serve(words, USER);
      await install(host);
      expect(await alertsOf(host)).toHaveLength(1);
    });

    it('is not trusted without it, which is told', async () => {
      reader();
      const host = await serve(['--elasticsearch', url, '--data', folder()], USER);
      const check = await hostsCheck(host);
      expect(check.status).not.toBe('ok');
      expect(JSON.stringify(check)).toMatch(/self.signed/);
      expect(cluster.requests).toEqual([]);
    });

    it('needs a file of certificates that is there', async () => {
      const words = ['serve', '--elasticsearch', url, '--ca', 'no/such.pem', '--data', folder()];
      const { code, stderr } = await runCli(words);
      expect([code, stderr]).toEqual([2, expect.stringContaining('no/such.pem')]);
    });
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
