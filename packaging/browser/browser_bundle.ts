// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { BuildError } from '../build_error';
import { bundle } from '../bundle';
import type { KibanaFacts } from '../kibana_facts';
import { LazyImports } from './lazy_imports';
import { browserOptions } from './options';

/** Every page of Kibana loads every plugin's entry, whoever needs it. */
const MAX_ENTRY_BYTES = 15 * 1024;

export interface BrowserBundle {
  /** By name in target/public. */
  files: Map<string, Uint8Array>;
  metafiles: Metafile[];
}

/**
 * All of public/: a classic script that registers the plugin with Kibana's page, and ES modules that it
 * loads when they are needed. The two share no module state, so what both need is passed along.
 */
export async function bundleBrowser(
  root: string,
  pluginId: string,
  facts: KibanaFacts,
): Promise<BrowserBundle> {
  const lazyImports = new LazyImports(root);
  const entry = await bundleEntry(root, pluginId, facts, lazyImports);
  const chunks = await bundleChunks(root, pluginId, facts, [...lazyImports.files]);

  const script = new TextEncoder().encode(
    lazyImports.pointToChunks(entry.code, (file) => {
      const chunk = JSON.stringify(chunks.byEntry.get(file));
      return `window.__kbnPublicPath__[${JSON.stringify(pluginId)}]+${chunk}`;
    }),
  );
  if (script.length > MAX_ENTRY_BYTES) {
    throw new BuildError(
      `public/index.ts and what it imports has ${script.length} bytes, more than the ${MAX_ENTRY_BYTES} that ` +
        'every page of Kibana should load. Import what only the app needs lazily, with import().',
    );
  }
  return {
    files: new Map([[`${pluginId}.plugin.js`, script], ...chunks.files]),
    metafiles: [entry.metafile, chunks.metafile],
  };
}

async function bundleEntry(
  root: string,
  pluginId: string,
  facts: KibanaFacts,
  lazyImports: LazyImports,
) {
  const key = JSON.stringify(`plugin/${pluginId}/public`);
  const options = browserOptions(root, facts);
  const { outputFiles, metafile } = await bundle('The entry of the browser side', {
    ...options,
    stdin: {
      contents: `import * as plugin from './public/index.ts';
        __kbnBundles__.define(${key}, () => plugin, ${key});`,
      resolveDir: root,
    },
    format: 'iife',
    plugins: [lazyImports.plugin(), ...options.plugins],
  });
  return { code: outputFiles.map(({ text }) => text).join(''), metafile };
}

async function bundleChunks(
  root: string,
  pluginId: string,
  facts: KibanaFacts,
  entryPoints: string[],
) {
  const { outputFiles, metafile } = await bundle('The lazy chunks of the browser side', {
    ...browserOptions(root, facts),
    entryPoints,
    format: 'esm',
    splitting: true,
    outdir: 'chunks',
    entryNames: `${pluginId}.chunk.[name]-[hash]`,
    chunkNames: `${pluginId}.chunk.[hash]`,
  });
  const byEntry = new Map<string, string>();
  for (const [output, { entryPoint }] of Object.entries(metafile.outputs)) {
    if (entryPoint !== undefined) {
      byEntry.set(entryPoint, path.posix.basename(output));
    }
  }
  const files = outputFiles.map(({ path: file, contents }): [string, Uint8Array] => [
    path.basename(file),
    contents,
  ]);
  return { byEntry, files, metafile };
}
