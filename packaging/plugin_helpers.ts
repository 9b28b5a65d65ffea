// SPDX-License-Identifier: Apache-2.0
// npm run plugin-helpers -- build: the way that Kibana's sources offer to their users, in a checkout of them.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { BuildError, runCommand } from './build_error';
import { findKibanaCheckout } from './kibana_checkout';
import { manifestOf } from './manifest';
import { readPluginDescription } from './plugin_description';

/** What goes into the zip besides kibana.json and the browser's bundles. */
const SERVER_SOURCES = [
  'package.json',
  'tsconfig.json',
  'LICENSE',
  'NOTICE',
  '.i18nrc.json',
  '{common,server,translations}/**/*',
];

void runCommand(() => {
  const root = process.cwd();
  const kibana = findKibanaCheckout(root);
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));

  write(root, 'kibana.json', manifestOf(readPluginDescription(root), version, kibana.version));
  write(root, '.kibana-plugin-helpers.json', { serverSourcePatterns: SERVER_SOURCES });

  const { status, error } = spawnSync(process.execPath, [kibana.script, ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  if (error) {
    throw new BuildError(`${kibana.script} could not be started: ${error.message}`);
  }
  process.exitCode = status ?? 1;
});

function write(root: string, file: string, content: unknown): void {
  writeFileSync(path.join(root, file), `${JSON.stringify(content, null, 2)}\n`);
}
