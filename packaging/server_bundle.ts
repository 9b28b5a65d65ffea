// SPDX-License-Identifier: Apache-2.0
import { isBuiltin } from 'node:module';
import type { Metafile } from 'esbuild';
import { BuildError } from './build_error';
import { bundle } from './bundle';
import type { KibanaFacts } from './kibana_facts';

/** The packages that Kibana gives to plugins by `require`. */
const FROM_KIBANA = ['@kbn/config-schema', '@kbn/i18n'];

export interface ServerBundle {
  code: Uint8Array;
  metafile: Metafile;
}

/** All of server/ as one CommonJS module for the Node.js of this Kibana. */
export async function bundleServer(root: string, facts: KibanaFacts): Promise<ServerBundle> {
  const { outputFiles, metafile } = await bundle('The server side', {
    absWorkingDir: root,
    entryPoints: ['server/index.ts'],
    outfile: 'index.js',
    platform: 'node',
    target: `node${facts.node}`,
    format: 'cjs',
    external: FROM_KIBANA,
  });
  const [file] = outputFiles;
  if (!file) {
    throw new BuildError('The server side could not be bundled: nothing came out.');
  }
  checkRequires(metafile);
  return { code: file.contents, metafile };
}

/** A `require` that may fail is left in place by the bundler without a word, so each is looked at. */
function checkRequires(metafile: Metafile): void {
  const foreign = Object.values(metafile.outputs)
    .flatMap(({ imports }) => imports)
    .map((imported) => imported.path)
    .filter((name) => !isBuiltin(name) && !FROM_KIBANA.includes(name));
  if (foreign.length > 0) {
    throw new BuildError(
      `The server side would require ${[...new Set(foreign)].join(', ')}, which is not in the zip.`,
    );
  }
}
