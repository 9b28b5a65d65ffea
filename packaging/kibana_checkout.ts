// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { BuildError } from './build_error';

const SCRIPT = 'scripts/plugin_helpers.js';
const packageSchema = z.object({ name: z.string(), version: z.string() });

export interface KibanaCheckout {
  version: string;
  /** Runs `@kbn/plugin-helpers` on the plugin in the current folder. */
  script: string;
}

/**
 * The Kibana sources that the project stands in.
 *
 * @param root the project @throws BuildError when it is not at `<kibana>/plugins/<folder>`
 */
export function findKibanaCheckout(root: string): KibanaCheckout {
  const plugins = path.dirname(root);
  const kibana = path.dirname(plugins);
  const script = path.join(kibana, SCRIPT);
  const packageFile = path.join(kibana, 'package.json');
  const found =
    path.basename(plugins) === 'plugins' && existsSync(script) && existsSync(packageFile)
      ? packageSchema.safeParse(JSON.parse(readFileSync(packageFile, 'utf8')))
      : undefined;
  if (!found?.success || found.data.name !== 'kibana') {
    throw new BuildError(
      `${root} is not in a checkout of Kibana, and the plugin helpers work there only. Put this project at ` +
        '<kibana>/plugins/recentlyCompiled, run "yarn kbn bootstrap" in <kibana>, and try again. To build the ' +
        'zip without Kibana: npm run build -- --kibana-version 8.12.2',
    );
  }
  return { version: found.data.version, script };
}
