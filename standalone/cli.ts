// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { didYouMean, suggest } from '../common/eql/types/suggest';
import { runDemo } from './demo';
import { demoDataFolder } from './host/state/data_folder';
import { SERVE_USAGE } from './host/serve_arguments';
import { parseScanArguments, SCAN_USAGE } from './scan/scan_arguments';
import { runScan, type Terminal } from './scan/scan_command';
import { UsageError } from './scan/usage_error';

const USAGE = `Usage: npx recently-compiled COMMAND

  scan FILE...   find recently compiled programs that connect to the network
  serve FILE...  open the app for one's own events; "serve --help" for more
  demo           scan the bundled recording of real attacks
  start          demo, then open the app for that recording (npm start does this)
  help           this text; "scan --help" for the options of scan
`;

const COMMANDS = ['scan', 'serve', 'demo', 'start', 'help'];

/** Where the package lies: this file runs from its build folder. */
const PACKAGE_ROOT = path.dirname(__dirname);

const run = async (words: readonly string[], terminal: Terminal): Promise<number> => {
  const [command, ...rest] = words;
  switch (command) {
    case 'scan': {
      const scanWords = parseScanArguments(rest);
      if (scanWords === 'help') {
        terminal.stdout.write(SCAN_USAGE);
        return 0;
      }
      return runScan(scanWords, terminal, stopOnInterrupt());
    }
    case 'demo':
      return runDemo(PACKAGE_ROOT, terminal, stopOnInterrupt());
    case 'serve':
      return serve(rest, terminal, stopOnInterrupt());
    case 'start':
      return start(rest, terminal, stopOnInterrupt());
    case 'help':
    case '--help':
    case undefined:
      terminal.stdout.write(USAGE);
      return 0;
    default:
      throw new UsageError(
        `There is no command [${command}]`,
        didYouMean(suggest(command, COMMANDS), `Commands are ${COMMANDS.join(', ')}`),
      );
  }
};

/** The host is a bundle of its own, so that a scan need not load it. */
const serve = async (
  words: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> => {
  const bundle = path.join(__dirname, 'host.js');
  const { runServe } = (await import(bundle)) as typeof import('./host/serve_command');
  return runServe(words, {
    pageFolder: path.join(__dirname, 'browser'),
    env: process.env,
    terminal,
    signal,
  });
};

const NO_SERVE = '--no-serve';

/** Where nobody looks at a page, the scan is all. */
const start = async (
  words: readonly string[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> => {
  const code = await runDemo(PACKAGE_ROOT, terminal, signal);
  const isAlone = words.includes(NO_SERVE) || (process.env['CI'] ?? '') !== '';
  return code !== 0 || isAlone || signal.aborted
    ? code
    : serve(
        [
          path.join(PACKAGE_ROOT, 'recordings'),
          ...['--install-rule', '--data', demoDataFolder(process.env)],
          ...words,
        ],
        terminal,
        signal,
      );
};

/** Ctrl-C ends the command in good order; a second one ends the process. */
const stopOnInterrupt = (): AbortSignal => {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.once(name, () => {
      controller.abort();
    });
  }
  return controller.signal;
};

/** A reader that has had enough (`| head`) is no failure; a full disk is. */
const endOnClosedOutput = (stream: NodeJS.WriteStream, name: string): void => {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') {
      process.exit(0);
    }
    process.stderr.write(`${name}: ${error.message}. Make room, or write it elsewhere.\n`);
    process.exit(2);
  });
};

/** By its name: the host's bundle has a class of its own. */
const isUsageError = (error: unknown): error is UsageError =>
  error instanceof Error && error.name === 'UsageError';

const usageOf = (command: string | undefined): string =>
  command === 'scan' ? SCAN_USAGE : command === 'serve' ? SERVE_USAGE : USAGE;

const main = async (): Promise<void> => {
  endOnClosedOutput(process.stdout, 'standard output');
  endOnClosedOutput(process.stderr, 'standard error');
  try {
    process.exitCode = await run(process.argv.slice(2), process);
  } catch (error) {
    process.exitCode = 2;
    process.stderr.write(
      isUsageError(error)
        ? `${error.message}\n\n${usageOf(process.argv[2])}`
        : `${(error as Error).stack}\nThis is a defect of recently-compiled itself.\n`,
    );
  }
};

void main();
