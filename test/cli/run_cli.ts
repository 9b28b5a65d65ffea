// SPDX-License-Identifier: Apache-2.0
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../root';

export { ROOT };
const CLI = path.join(ROOT, 'bin', 'recently-compiled.js');
const RECORDINGS = path.join(ROOT, 'recordings');

/** The bundled recordings, in order of their names. */
export const RECORDINGS_FILES: readonly string[] = readdirSync(RECORDINGS)
  .sort()
  .map((name) => path.join(RECORDINGS, name));

/** One has far more events than the others, too many to go over again and again. */
const LONG = '71-autotools-make-check-net';

export const isShort = (flowOrFile: string): boolean => !flowOrFile.includes(LONG);

export const recordingFile = (flow: string): string => path.join(RECORDINGS, `${flow}.ndjson.gz`);

export interface CliRun {
  readonly code: number | null;
  /** What ended it, when it did not end by itself. */
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  /** For standard input, which else is empty. */
  readonly input?: string | Buffer;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The user to run as. */
  readonly uid?: number;
}

export interface StartedCli {
  readonly child: ChildProcessWithoutNullStreams;
  readonly ended: Promise<CliRun>;
  /** Resolves when it has said so on standard error. */
  readonly said: (text: string) => Promise<void>;
}

/** Starts the real command, as a person would. Times are in UTC, unless `env` says otherwise. */
export const startCli = (
  words: readonly string[],
  { cwd = ROOT, env = {}, uid }: CliOptions = {},
): StartedCli => {
  const child = spawn(process.execPath, [CLI, ...words], {
    cwd,
    env: { ...process.env, TZ: 'UTC', ...env },
    ...(uid !== undefined && { uid }),
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const said = (text: string): Promise<void> =>
    new Promise((resolve) => {
      const check = (): void => {
        if (stderr.includes(text)) {
          resolve();
        }
      };
      child.stderr.on('data', check);
      check();
    });
  const ended = new Promise<CliRun>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  // It may end before it has read everything.
  child.stdin.on('error', () => undefined);
  return { child, ended, said };
};

/** Runs the real command to its end. */
export const runCli = (words: readonly string[], options: CliOptions = {}): Promise<CliRun> => {
  const { child, ended } = startCli(words, options);
  child.stdin.end(options.input);
  return ended;
};

export const scanCli = (words: readonly string[], options?: CliOptions): Promise<CliRun> =>
  runCli(['scan', ...words], options);

/** Bundles the command where that is needed, which the first run does, so that no test waits for it. */
export const bundleCli = async (): Promise<void> => {
  await runCli(['help']);
};

/** The ids of the events of each record of `--format ndjson`. */
export const idsIn = (ndjson: string): string[][] =>
  ndjson
    .split('\n')
    .filter((line) => line !== '')
    .map((line) =>
      JSON.parse(line).events.map((event: { _id: string } | null) => event?._id ?? null),
    );
