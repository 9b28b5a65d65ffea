// SPDX-License-Identifier: Apache-2.0
// npm run build -- --kibana-version 8.12.2
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { kibanaVersionArgument } from './build_arguments';
import { runCommand } from './build_error';
import { loadKibanaFacts } from './kibana_facts';
import { buildPluginZip } from './plugin_zip';

void runCommand(async () => {
  const root = process.cwd();
  const facts = loadKibanaFacts(root, kibanaVersionArgument(process.argv.slice(2)));
  const { name, version, bytes } = await buildPluginZip(root, facts);
  const file = path.join(root, 'build', name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  console.log(
    `${path.relative(root, file)}: version ${version}, ${Math.ceil(bytes.length / 1024)} KB`,
  );
});
