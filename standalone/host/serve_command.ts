// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { API_BASE } from '../../common/api';
import { fileSource } from '../input/byte_source';
import { InputError } from '../input/input_error';
import { safeText } from '../output/safe_text';
import type { RunResult } from '../kibana/rule_runner';
import { clusterAddress } from './cluster_address';
import { inputFiles } from './events/input_files';
import { takeIn } from './events/take_in';
import { watchEvents } from './events/watch_events';
import { Host } from './host';
import { startHostServer } from './http/host_server';
import { APP_PATH, Page } from './http/page';
import { parseServeArguments, SERVE_USAGE, type ServeArguments } from './serve_arguments';
import { defaultDataFolder } from './state/data_folder';
import { StateError } from './state/state_error';
import { streamLogger } from './stream_logger';

export interface ServeTerminal {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

export interface ServeOptions {
  /** The folder with the scripts of the page. */
  readonly pageFolder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly terminal: ServeTerminal;
  /** Aborted to end it. */
  readonly signal: AbortSignal;
}

/** Runs `serve` until the signal; resolves with the exit code. Throws a `UsageError`. */
export const runServe = async (
  words: readonly string[],
  options: ServeOptions,
): Promise<number> => {
  const parsed = parseServeArguments(words, options.env);
  if (parsed === 'help') {
    options.terminal.stdout.write(SERVE_USAGE);
    return 0;
  }
  try {
    await serve(parsed, options);
    return 0;
  } catch (error) {
    if (error instanceof InputError || error instanceof StateError) {
      options.terminal.stderr.write(`${safeText(error.message)}\n`);
      return 2;
    }
    throw error;
  }
};

const serve = async (
  { inputs, port, dataFolder, watch, installRule, cluster }: ServeArguments,
  { pageFolder, env, terminal, signal }: ServeOptions,
): Promise<void> => {
  const files = watch ? [] : await inputFiles(inputs);
  const logger = streamLogger(terminal.stderr);
  const folder = path.resolve(dataFolder ?? defaultDataFolder(env));
  const host = await Host.start({
    dataFolder: folder,
    live: watch,
    cluster: cluster && (await clusterAddress(cluster)),
    logger,
    onRun: (result) => tellRun(result, terminal),
  });
  try {
    for (const file of files) {
      const { problems } = await takeIn(host, await fileSource(file, signal), path.basename(file));
      problems.forEach((problem) => logger.warn(`${file}: ${problem}`));
    }
    if (installRule && host.isNew) {
      await host.call('POST', `${API_BASE}/rule/install`, { body: {} });
    }
    const server = await startHostServer({ host, page: await Page.read(pageFolder), logger, port });
    try {
      host.run();
      terminal.stdout.write(
        `\nServing ${whatOf(host)} at ${server.url}${APP_PATH}\nState is kept in ${folder}. Ctrl-C ends it.\n`,
      );
      const [watched] = inputs;
      await (watch && watched !== undefined
        ? watchEvents(host, watched, { signal, onNotice: (message) => logger.warn(message) })
        : aborted(signal));
    } finally {
      await server.close();
    }
  } finally {
    await host.stop();
  }
};

const whatOf = (host: Host): string => {
  const { events } = host.status();
  return events.count === null ? 'the events of the cluster' : `${events.count} events`;
};

const tellRun = ({ outcome, messages }: RunResult, { stdout, stderr }: ServeTerminal): void => {
  const text = `Rule run ${outcome}: ${messages.map(safeText).join(' ')}\n`;
  (outcome === 'succeeded' ? stdout : stderr).write(text);
};

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
    }
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
