// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The Node.js that a version of Kibana brings along: named by `KIBANA_NODE`, or installed by nvm. Where this machine
 * has neither it is the one that runs the tests.
 *
 * @throws Error when `KIBANA_NODE` names another version
 */
export function kibanaNode(version: string): string {
  const { KIBANA_NODE, NVM_DIR } = process.env;
  if (KIBANA_NODE) {
    const { stdout } = spawnSync(KIBANA_NODE, ['--version'], { encoding: 'utf8' });
    if (stdout?.trim() !== `v${version}`) {
      throw new Error(
        `KIBANA_NODE names [${KIBANA_NODE}], which is no Node.js ${version}; name another, or none`,
      );
    }
    return KIBANA_NODE;
  }
  const installed = path.join(NVM_DIR ?? '', 'versions/node', `v${version}`, 'bin/node');
  return NVM_DIR && existsSync(installed) ? installed : process.execPath;
}
