// SPDX-License-Identifier: Apache-2.0
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Logger } from '../../server/kibana_contracts';
import { Host } from '../../standalone/host/host';
import { startHostServer, type HostServer } from '../../standalone/host/http/host_server';
import { Page } from '../../standalone/host/http/page';
import type { UploadLimits } from '../../standalone/host/http/upload';
import { StateDatabase } from '../../standalone/host/state/state_database';
import { runServe } from '../../standalone/host/serve_command';
import { ENGLISH, speak } from '../../standalone/kbn_i18n/language';
import { recordingFile } from '../cli/run_cli';
import { until, useFolder, type Body } from './host_process';

const folder = useFolder();
const ATTACK = recordingFile('35-reverse-shell');
const QUIET: Logger = {
  error: fail,
  warn: fail,
  info: () => undefined,
  debug: () => undefined,
  get: () => QUIET,
};

function fail(message: unknown): never {
  throw new Error(`The host complains: ${String(message)}`);
}

let host: Host | undefined;
let server: HostServer | undefined;
const taken: Server[] = [];

afterEach(async () => {
  jest.restoreAllMocks();
  await server?.close();
  await host?.stop();
  [server, host] = [undefined, undefined];
  await Promise.all(taken.splice(0).map((one) => new Promise((done) => one.close(done))));
  speak(() => ENGLISH);
});

const start = async ({
  port = 0,
  uploadLimits,
}: { port?: number; uploadLimits?: UploadLimits } = {}): Promise<string> => {
  host = await Host.start({
    dataFolder: folder(),
    live: false,
    cluster: undefined,
    logger: QUIET,
    onRun: () => undefined,
  });
  const page = await Page.read(folder());
  server = await startHostServer({
    host,
    page,
    logger: QUIET,
    port,
    ...(uploadLimits && { uploadLimits }),
  });
  return server.url;
};

const upload = async (
  url: string,
  body: Buffer,
  headers: Record<string, string> = {},
): Promise<Body> => {
  const response = await fetch(`${url}/internal/recently_compiled_host/files?name=x.ndjson`, {
    method: 'POST',
    body: new Uint8Array(body),
    headers,
  });
  return { code: response.status, ...(await response.json()) };
};

describe('an address of the app', () => {
  const get = async (url: string, address: string) => {
    const response = await fetch(`${url}/app/recentlyCompiled${address}`);
    return { status: response.status, text: await response.text() };
  };

  it('brings the page, whatever it says', async () => {
    const url = await start();
    for (const address of ['', '/alerts', '/exclusions/%25', '/no/such/page']) {
      const { status, text } = await get(url, address);
      expect([status, text.slice(0, 15)]).toEqual([200, '<!doctype html>']);
    }
  });

  it.each(['/exclusions/%', '/alerts/%E0%A4%A'])(
    'is refused with a remedy where it is not well-formed: %s',
    async (address) => {
      const { status, text } = await get(await start(), address);
      expect(status).toBe(404);
      expect(JSON.parse(text)).toMatchObject({
        message: `There is nothing at [/app/recentlyCompiled${address}]`,
        remedy: 'Open the address of the app',
      });
    },
  );
});

describe('uploads', () => {
  const packed = readFileSync(ATTACK);
  const plain = gunzipSync(packed);

  it('may have as many bytes as the limit, and no more', async () => {
    const limits = { sent: plain.length, unzipped: plain.length };
    const url = await start({ uploadLimits: limits });
    expect(await upload(url, plain)).toMatchObject({ code: 200, problems: [] });
    expect(await upload(url, Buffer.concat([plain, Buffer.from('\n')]))).toMatchObject({
      code: 413,
      message: expect.stringContaining('It has more than'),
      remedy: expect.stringContaining('npx recently-compiled serve FILE'),
    });
  });

  it('are measured unzipped as well', async () => {
    const url = await start({ uploadLimits: { sent: 1 << 20, unzipped: plain.length - 1 } });
    expect(await upload(url, packed)).toMatchObject({ code: 413 });
    const bomb = gzipSync(Buffer.alloc(8 << 20, 0x20));
    expect(bomb.length).toBeLessThan(1 << 20);
    expect(await upload(url, bomb)).toMatchObject({ code: 413 });
  });

  it('tell what was left out, with its place, in the language of the page', async () => {
    const url = await start();
    const text = Buffer.concat([plain, Buffer.from('{"broken":\n')]);
    const lines = plain.toString().trim().split('\n').length;
    const { events, problems } = await upload(url, text, { 'x-recently-compiled-locale': 'zh-CN' });
    expect(events).toBe(lines);
    expect(problems).toEqual([expect.stringMatching(`^第 ${lines + 1} 行不是事件`)]);
    expect((await upload(url, text)).problems).toEqual([
      expect.stringMatching(`^line ${lines + 1} is no event`),
    ]);
  });
});

describe('uploads that are refused', () => {
  const ZH = { 'x-recently-compiled-locale': 'zh-CN' };

  it.each<[string, Buffer, RegExp]>([
    ['empty', Buffer.alloc(0), /^It is empty$/],
    ['of blank lines', Buffer.from('\n\n'), /^It holds blank lines only$/],
    ['in UTF-16', Buffer.from('\ufeff{}', 'utf16le'), /^It is in UTF-16$/],
    ['no JSON', Buffer.from('<html>\n'), /^It begins with \[<html>\], which is no JSON$/],
    ['no events', Buffer.from('5\n'), /^It begins with \[5\], which is no event$/],
    ['other JSON', Buffer.from('{\n"took":\n1\n}\n'), /^It is JSON, but neither/],
    ['broken JSON', Buffer.from('{\n"hits":\n'), /^It begins like JSON but can not be parsed: /],
    ['deep JSON', Buffer.from(`[\n${'['.repeat(5_000)}`), /: More than 1000 levels/],
    ['damaged gzip', gzipSync('{"a":1}\n').subarray(0, 14), /^The gzip data is damaged/],
  ])('say why in the language of the page: a file that is %s', async (_, body, why) => {
    const url = await start();
    const english = await upload(url, body);
    expect([english.code, english.message]).toEqual([400, expect.stringMatching(why)]);
    const chinese = await upload(url, body, ZH);
    expect([chinese.code, chinese.error]).toEqual([400, english.error]);
    expect(chinese.message).toMatch(/^[^A-Z]*\p{Script=Han}/u);
    expect(chinese.remedy).toMatch(/\p{Script=Han}/u);
  });

  it('say in the language of the page why an event or a line is left out', async () => {
    const url = await start();
    const text = Buffer.from('{"event":{"id":"e1"}}\n5\nnone\n');
    expect((await upload(url, text, ZH)).problems).toEqual([
      '第 2 行不是事件：不是 JSON 对象',
      '第 3 行不是事件：不是 JSON',
      '事件 [e1] 的 [@timestamp] 中没有时间',
    ]);
    expect((await upload(url, text)).problems).toEqual([
      'line 2 is no event: it is no JSON object',
      'line 3 is no event: it is no JSON',
      'event [e1] has no time in [@timestamp]',
    ]);
  });
});

it('answers each of many at once in their own language', async () => {
  const url = await start();
  const explain = async (language: string): Promise<string> => {
    const response = await fetch(`${url}/internal/recently_compiled_host/status`, {
      headers: { 'accept-language': language },
    });
    return (await response.json()).time.explanation;
  };
  const answers = await Promise.all(['zh-CN', 'en', 'zh', 'de', 'zh-CN'].map(explain));
  expect(answers.map((text) => /\p{Script=Han}/u.test(text))).toEqual([
    true,
    false,
    true,
    false,
    true,
  ]);
});

it('takes the next port when one is taken', async () => {
  const first = createServer();
  taken.push(first);
  await new Promise<void>((done) => first.listen(0, '127.0.0.1', done));
  const { port } = first.address() as AddressInfo;
  const url = new URL(await start({ port }));
  expect(Number(url.port)).toBeGreaterThan(port);
  expect(Number(url.port)).toBeLessThanOrEqual(port + 50);
  expect((await fetch(`${url.origin}/internal/recently_compiled_host/status`)).status).toBe(200);
});

it('knows when the rule runs next', async () => {
  const url = await start();
  host?.run();
  const base = `${url}/internal/recently_compiled/rule`;
  const before = Date.now();
  expect((await fetch(`${base}/install`, { method: 'POST', body: '{}' })).status).toBe(200);
  const rule = async (): Promise<Body> => (await (await fetch(base)).json()).rule;
  const { nextRun, interval, schedule } = await until(rule, (one) => one.nextRun !== null);
  expect(interval ?? schedule?.interval ?? '5m').toBe('5m');
  expect(Date.parse(nextRun)).toBeGreaterThanOrEqual(before + 300_000);
  expect(Date.parse(nextRun)).toBeLessThanOrEqual(Date.now() + 300_000);
});

it('ends with what to do when the disk is full', async () => {
  const pages = folder();
  writeFileSync(path.join(pages, 'main.js'), '');
  const said = { stdout: '', stderr: '' };
  const controller = new AbortController();
  const ended = runServe(['--port', '0', '--data', folder()], {
    pageFolder: pages,
    env: {},
    terminal: {
      stdout: { write: (text) => (said.stdout += text) },
      stderr: { write: (text) => (said.stderr += text) },
    },
    signal: controller.signal,
  });
  const serving = /at (http:\/\/\S+)\/app/;
  await until(
    async () => said.stdout,
    (text) => serving.test(text),
  );
  const [, url = ''] = serving.exec(said.stdout) ?? [];
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own object below
  const original = StateDatabase.prototype.record;
  jest.spyOn(StateDatabase.prototype, 'record').mockImplementation(function (
    this: StateDatabase,
    ...args: Parameters<StateDatabase['record']>
  ) {
    const { level } = this as unknown as { level: { batch: () => Promise<void> } };
    level.batch = () => Promise.reject(new Error('IO error: No space left on device'));
    original.apply(this, args);
  });
  // It may end before it answers.
  await fetch(`${url}/internal/recently_compiled/rule/install`, {
    method: 'POST',
    body: '{}',
  }).catch(() => undefined);
  expect(await ended).toBe(2);
  expect(said.stderr).toMatch(/No space left on device.* Free space on the disk/);
  expect(said.stderr).not.toMatch(/^\s+at /m);
});

describe('what a run has found', () => {
  const ruleIn = async (url: string, locale: string): Promise<Body> => {
    const headers = { 'x-recently-compiled-locale': locale };
    const response = await fetch(`${url}/internal/recently_compiled/rule`, { headers });
    return (await response.json()).rule;
  };
  const install = async (url: string, locale: string): Promise<Body> => {
    const response = await fetch(`${url}/internal/recently_compiled/rule/install`, {
      method: 'POST',
      headers: { 'x-recently-compiled-locale': locale },
      body: '{}',
    });
    expect(response.status).toBe(200);
    host?.run();
    return until(
      () => ruleIn(url, locale),
      (rule) => rule?.lastRun,
    );
  };

  it('is summed up in the language of the page, whatever that of the run was', async () => {
    const url = await start();
    await upload(url, readFileSync(ATTACK));
    const { lastRun } = await install(url, 'en');
    expect(lastRun.summary).toMatch(
      /^Searched \d+ events from \S+ to \S+: 1 sequence, 1 new alert/,
    );
    const [, from, to] = /from (\S+) to (\S+):/.exec(lastRun.summary) ?? [];
    expect((await ruleIn(url, 'zh-CN')).lastRun.summary).toBe(
      `已搜索 ${from} 至 ${to} 的 ${lastRun.events} 个事件：1 个序列，1 个新告警，0 个已存在，0 个已排除`,
    );
  });

  it('is warned of in the language of the page that was looked at last', async () => {
    const url = await start();
    const { lastRun, outcome } = await install(url, 'zh-CN');
    expect(outcome.status).toBe('warning');
    expect(lastRun.warnings).not.toEqual([]);
    expect(lastRun.warnings.filter((text: string) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  });
});
