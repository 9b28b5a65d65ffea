// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { flowNames } from './flow';
import { placesIn, SANDBOX } from './places';
import { recordFlow } from './record_flow';

// The bundle of this file lies in build/.
const places = placesIn(path.resolve(__dirname, '..'));
const INSIDE = '--inside';

const recordAll = (names: readonly string[]): number => {
  if (existsSync(SANDBOX)) {
    process.stderr.write(`${SANDBOX} is there already; flows run in it and it is removed after.\n`);
    return 1;
  }
  for (const name of names) {
    process.stdout.write(`${name}\n`);
    const command = [process.execPath, __filename, INSIDE, name];
    const { status } = spawnSync('unshare', ['--net', '--mount', ...command], { stdio: 'inherit' });
    // Outside of the namespace, where nothing else is mounted in it.
    rmSync(SANDBOX, { recursive: true, force: true });
    if (status !== 0) {
      return 1;
    }
  }
  return 0;
};

const [first, ...rest] = process.argv.slice(2);
if (first === INSIDE && rest[0] !== undefined) {
  void recordFlow(rest[0], places);
} else {
  process.exitCode = recordAll(first === undefined ? flowNames(places.flows) : [first, ...rest]);
}
