// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { didYouMean, suggest } from '../common/eql/types/suggest';
import { runDemo } from './demo';
import { parseScanArguments, SCAN_USAGE } from './scan/scan_arguments';
import { runScan, type Terminal } from './scan/scan_command';
import { UsageError } from './scan/usage_error';

const USAGE = `Usage: npx recently-compiled COMMAND

  scan FILE...  find recently compiled programs that connect to the network
  demo          scan the bundled recording of real attacks (npm start does this)
  help          this text; "scan --help" for the options of scan
`;

const COMMANDS = ['scan', 'demo', 'help'];

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

/** Ctrl-C ends the scan in good order; a second one ends the process. */
const stopOnInterrupt = (): AbortSignal => {
  const controller = new AbortController();
  process.once('SIGINT', () => {
    controller.abort();
  });
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

const main = async (): Promise<void> => {
  endOnClosedOutput(process.stdout, 'standard output');
  endOnClosedOutput(process.stderr, 'standard error');
  try {
    process.exitCode = await run(process.argv.slice(2), process);
  } catch (error) {
    process.exitCode = 2;
    process.stderr.write(
      error instanceof UsageError
        ? `${error.message}\n\n${process.argv[2] === 'scan' ? SCAN_USAGE : USAGE}`
        : `${(error as Error).stack}\nThis is a defect of recently-compiled itself.\n`,
    );
  }
};

void main();
