// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ROOT } from './project';

/** Runs a command of packaging/ in a folder, as `npm run` does in the project's. */
export function runScript(folder: string, script: string, args: string[]) {
  return spawnSync(
    process.execPath,
    [path.join(ROOT, 'scripts/run_ts.mjs'), path.join(ROOT, 'packaging', script), ...args],
    { cwd: folder, encoding: 'utf8', timeout: 60_000 },
  );
}
