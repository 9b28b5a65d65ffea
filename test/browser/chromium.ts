// SPDX-License-Identifier: Apache-2.0
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { Tab } from './tab';

const ROOT = path.resolve(__dirname, '../..');

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  // Nothing but the test's own server can be reached.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  '--remote-debugging-pipe',
];

type Params = Readonly<Record<string, unknown>>;

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: Params;
  readonly result?: Params;
  readonly error?: { readonly message: string };
}

/** Sends a command of the DevTools protocol. @throws Error with the browser's words */
export type Send = (method: string, params?: Params) => Promise<Params>;

/** The path of a Chromium, which is installed first where there is none. @throws Error that says what to do */
export function findChromium(): string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'scripts/chromium.mjs')],
    { encoding: 'utf8' },
  );
  if (status !== 0) {
    throw new Error(stderr);
  }
  return stdout.trim();
}

/** A Chromium without a window, driven over a pipe by the DevTools protocol: one JSON message a NUL byte. */
export class Chromium {
  private readonly profile = mkdtempSync(path.join(tmpdir(), 'recently-compiled-chromium-'));
  private readonly browser: ChildProcess;
  private readonly ended: Promise<void>;
  private readonly calls = new Map<
    number,
    { resolve: (result: Params) => void; reject: (error: Error) => void }
  >();
  private readonly listeners = new Map<string, (method: string, params: Params) => void>();
  private lastId = 0;
  private unread = '';
  private said = '';

  constructor(executable: string) {
    this.browser = spawn(executable, [...FLAGS, `--user-data-dir=${this.profile}`, 'about:blank'], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    });
    this.browser.stderr?.on('data', (bytes: Buffer) => {
      this.said = (this.said + bytes.toString()).slice(-2_000);
    });
    const answers = this.browser.stdio[4] as Readable;
    answers.setEncoding('utf8').on('data', (text: string) => this.read(text));
    // What is written after its end is told by the end itself.
    (this.browser.stdio[3] as Writable).on('error', () => undefined);
    this.ended = new Promise((resolve) => {
      const end = (why: string): void => {
        for (const { reject } of this.calls.values()) {
          reject(new Error(`Chromium has ended (${why}): ${this.said}`));
        }
        this.calls.clear();
        resolve();
      };
      this.browser.on('error', ({ message }) => end(message));
      this.browser.on('close', (code, signal) => end(String(code ?? signal)));
    });
  }

  /** Opens a tab of this size, in CSS pixels. */
  async open(size: { width: number; height: number }): Promise<Tab> {
    const { targetId } = await this.send(undefined, 'Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await this.send(undefined, 'Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    const tab = new Tab(
      (method, params) => this.send(sessionId as string, method, params),
      () => this.send(undefined, 'Target.closeTarget', { targetId }),
    );
    this.listeners.set(sessionId as string, (method, params) => tab.hear(method, params));
    await tab.start(size);
    return tab;
  }

  async close(): Promise<void> {
    this.browser.kill();
    await this.ended;
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  private send(
    sessionId: string | undefined,
    method: string,
    params: Params = {},
  ): Promise<Params> {
    this.lastId += 1;
    const id = this.lastId;
    return new Promise((resolve, reject) => {
      this.calls.set(id, { resolve, reject });
      const message = { id, method, params, ...(sessionId !== undefined && { sessionId }) };
      (this.browser.stdio[3] as Writable).write(`${JSON.stringify(message)}\0`);
    });
  }

  private read(text: string): void {
    const messages = (this.unread + text).split('\0');
    this.unread = messages.pop() ?? '';
    for (const message of messages) {
      this.take(JSON.parse(message) as Message);
    }
  }

  private take({ id, sessionId = '', method, params = {}, result, error }: Message): void {
    if (method !== undefined) {
      this.listeners.get(sessionId)?.(method, params);
      return;
    }
    const call = this.calls.get(id ?? 0);
    this.calls.delete(id ?? 0);
    if (error) {
      call?.reject(new Error(error.message));
    } else {
      call?.resolve(result ?? {});
    }
  }
}
