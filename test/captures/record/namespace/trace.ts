// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { FILE_CALLS } from '../model/file_calls';
import { PROCESS_CALLS } from '../model/process_calls';

/** The calls that are understood; strace does not know `fork` and the like on every machine, hence the `?`. */
const CALLS = [...Object.keys(PROCESS_CALLS), ...Object.keys(FILE_CALLS), 'connect'];

/** Runs a script under strace, and all that it starts; returns when the last of these has ended. */
export const trace = async (
  script: string,
  log: string,
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<void> => {
  const child = spawn(
    'strace',
    [
      ...['-f', '-ttt', '-yy', '-s', '65535', '-o', log, '-e', 'signal=none'],
      ...['-e', `trace=${CALLS.map((call) => `?${call}`).join(',')}`],
      ...['bash', script],
    ],
    { ...options, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) {
    throw new Error(`${script} ended with code ${code}; mend it, or the flow did not happen`);
  }
};
