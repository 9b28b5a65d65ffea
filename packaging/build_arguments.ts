// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import { BuildError } from './build_error';

const USAGE = 'Usage: npm run build -- --kibana-version 8.12.2';

/** @returns the version of Kibana to build for @throws BuildError with the usage */
export function kibanaVersionArgument(args: string[]): string {
  let version: string | undefined;
  try {
    version = parseArgs({ args, options: { 'kibana-version': { type: 'string' } } }).values[
      'kibana-version'
    ];
  } catch (error) {
    throw new BuildError(`${(error as Error).message}\n${USAGE}`);
  }
  if (version === undefined) {
    throw new BuildError(`A zip is for one version of Kibana: say which.\n${USAGE}`);
  }
  return version;
}
