// SPDX-License-Identifier: Apache-2.0
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { runScan, type Terminal } from './scan/scan_command';
import { parseScanArguments } from './scan/scan_arguments';

const INTRODUCTION = `Recently Compiled looks for one attack on Linux: code is compiled on the host, the linker writes a
program, it runs, and it connects to the network, all within minutes.

Scanning a real recording of hosts on which people compiled programs, some of them to attack:

`;

const NEXT_STEPS = `
Each line is one chain of four events. The last one is no attack: a build server that tests what it has
built, which is what exclusions are for. What to do next:
  npx recently-compiled scan recordings/*.gz --format json    the same with all four events
  npx recently-compiled scan recordings/*.gz --explain        what matched at each stage
  npx recently-compiled scan YOUR-EVENTS.ndjson               your own events of Elastic Defend
`;

/** Scans the bundled recording and says what to do next; resolves with the exit code. */
export const runDemo = async (
  packageRoot: string,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> => {
  const folder = path.join(packageRoot, 'recordings');
  const files = (await readdir(folder)).filter((name) => name.endsWith('.ndjson.gz')).sort();
  const words = parseScanArguments(files.map((name) => path.join(folder, name)));
  terminal.stdout.write(INTRODUCTION);
  const code = words === 'help' ? 0 : await runScan(words, terminal, signal);
  terminal.stdout.write(NEXT_STEPS);
  return code;
};
