// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startCli, type StartedCli } from '../cli/run_cli';

/** Anything that JSON holds. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Body = any;

export interface Answer {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

/** The real command, as a person would start it. */
export interface HostProcess extends StartedCli {
  readonly url: string;
  /** Calls a route of the plugin; the path begins after the base of all. */
  call(method: string, route: string, body?: unknown): Promise<Answer>;
}

const SERVING = /at (http:\/\/127\.0\.0\.1:\d+)\/app/;

type Environment = Readonly<Record<string, string>>;

export const startHost = async (
  words: readonly string[],
  env: Environment = {},
): Promise<HostProcess> => {
  const started = startCli(['serve', '--port', '0', ...words], { env });
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    started.child.stdout.on('data', (more: string) => {
      text += more;
      const [, found] = SERVING.exec(text) ?? [];
      if (found !== undefined) {
        resolve(found);
      }
    });
    void started.ended.then(({ stderr }) => reject(new Error(`The host has ended: ${stderr}`)));
  });
  return {
    ...started,
    url,
    call: async (method, route, body) => {
      const response = await fetch(`${url}/internal/recently_compiled${route}`, {
        method,
        // A host that is busy may close a connection that was kept just when it is used again.
        headers: { connection: 'close' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return {
        status: response.status,
        body: await response.json(),
        headers: response.headers,
      };
    },
  };
};

/** Ends a host as `kill` does with this signal. */
export const end = async ({ child, ended }: HostProcess, signal: NodeJS.Signals): Promise<void> => {
  child.kill(signal);
  await ended;
};

/** Asks again until what is asked for holds. */
export const until = async <T>(
  ask: () => Promise<T>,
  holds: (answer: T) => boolean,
): Promise<T> => {
  for (;;) {
    const answer = await ask();
    if (holds(answer)) {
      return answer;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** A folder that is there for one test. */
export const useFolder = (): (() => string) => {
  const made: string[] = [];
  afterEach(() => {
    made.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }));
  });
  return () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'recently-compiled-host-'));
    made.push(folder);
    return folder;
  };
};

/** Ends what a test has started, also when it failed. */
export const useHosts = (): typeof startHost => {
  const hosts: HostProcess[] = [];
  afterEach(async () => {
    await Promise.all(hosts.splice(0).map((host) => end(host, 'SIGKILL')));
  });
  return async (words, env) => {
    const host = await startHost(words, env);
    hosts.push(host);
    return host;
  };
};
