// SPDX-License-Identifier: Apache-2.0
import {
  build,
  formatMessages,
  type BuildFailure,
  type BuildOptions,
  type Metafile,
  type OutputFile,
} from 'esbuild';
import { BuildError } from './build_error';

export interface Bundle {
  outputFiles: OutputFile[];
  metafile: Metafile;
}

/**
 * Bundles in memory. Warnings fail it too: each is about code that would not do what it says.
 *
 * @throws BuildError with all that is wrong, and where
 */
export async function bundle(what: string, options: BuildOptions): Promise<Bundle> {
  try {
    const { warnings, outputFiles, metafile } = await build({
      ...options,
      bundle: true,
      write: false,
      metafile: true,
      logLevel: 'silent',
      // The same names for the same files, wherever node_modules really is.
      preserveSymlinks: true,
      legalComments: 'none',
    });
    if (warnings.length === 0) {
      return { outputFiles, metafile };
    }
    throw await bundleError(what, warnings);
  } catch (error) {
    const { errors } = error as Partial<BuildFailure>;
    throw errors ? await bundleError(what, errors) : error;
  }
}

async function bundleError(what: string, problems: BuildFailure['errors']): Promise<BuildError> {
  const texts = await formatMessages(problems, { kind: 'error' });
  return new BuildError(`${what} could not be bundled:\n${texts.join('')}`);
}
