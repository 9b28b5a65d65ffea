// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { bundleBrowser } from './browser/browser_bundle';
import { withCompressed } from './compress';
import { contentVersion } from './content_version';
import type { KibanaFacts } from './kibana_facts';
import { checkManifest, manifestOf } from './manifest';
import { readPluginDescription } from './plugin_description';
import { bundleServer } from './server_bundle';
import { thirdPartyNotices } from './third_party_notices';
import { translationFiles } from './translations';
import { zip } from './zip';

const packageSchema = z.object({ name: z.string(), version: z.string(), license: z.string() });

export interface PluginZip {
  /** Such as `recentlyCompiled-8.12.2.zip`. */
  name: string;
  /** The plugin's version in it. */
  version: string;
  bytes: Uint8Array;
}

const json = (value: unknown) => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

/**
 * The zip that `bin/kibana-plugin install` of one Kibana version takes.
 *
 * @param root the project, with its dependencies installed
 * @throws BuildError when the sources do not fit this Kibana
 */
export async function buildPluginZip(root: string, facts: KibanaFacts): Promise<PluginZip> {
  const description = readPluginDescription(root);
  const { id } = description.plugin;
  const { version, license } = packageSchema.parse(
    JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')),
  );
  const saying = (stated: string) =>
    new Map<string, Uint8Array>([
      ['kibana.json', json(manifestOf(description, stated, facts.kibanaVersion))],
      ['package.json', json({ name: id, version: stated, license, private: true })],
    ]);
  checkManifest(manifestOf(description, version, facts.kibanaVersion), facts);

  const [server, browser] = await Promise.all([
    bundleServer(root, facts),
    bundleBrowser(root, id, facts),
  ]);
  const content = new Map<string, Uint8Array>([
    ...['LICENSE', 'NOTICE'].map((file): [string, Uint8Array] => [
      file,
      readFileSync(path.join(root, file)),
    ]),
    [
      'THIRD_PARTY_NOTICES',
      new TextEncoder().encode(thirdPartyNotices(root, [server.metafile, ...browser.metafiles])),
    ],
    ...translationFiles(root),
    ['server/index.js', server.code],
  ]);
  for (const [name, bytes] of withCompressed(browser.files)) {
    content.set(`target/public/${name}`, bytes);
  }

  const built = contentVersion(version, new Map([...content, ...saying(version)]));
  const files = new Map<string, Uint8Array>();
  for (const [file, bytes] of [...content, ...saying(built)]) {
    files.set(`kibana/${id}/${file}`, bytes);
  }
  return { name: `${id}-${facts.kibanaVersion}.zip`, version: built, bytes: zip(files) };
}
