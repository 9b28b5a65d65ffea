// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { BuildError } from './build_error';

const FOLDER = 'packaging/kibana_facts';

const sharedModuleSchema = z
  .object({
    /** The expression that is the module in Kibana's pages. */
    global: z.string().regex(/^[\w$]+(\.[\w$]+)*$/),
    /** The names that it exports there. */
    exports: z.array(z.string()),
  })
  .strict();

const factsSchema = z
  .object({
    kibanaVersion: z.string(),
    /** The Node.js that this Kibana ships. */
    node: z.string(),
    /** The keys that its loader accepts in kibana.json. */
    manifestKeys: z.array(z.string()),
    /** Ids of its plugins with a server side, and of those with a browser side. */
    serverPlugins: z.array(z.string()),
    browserPlugins: z.array(z.string()),
    /** What plugins' browser bundles may import from Kibana instead of bringing it, by import path. */
    sharedModules: z.record(sharedModuleSchema),
  })
  .strict();

/** What one version of Kibana offers to plugins. */
export type KibanaFacts = z.infer<typeof factsSchema>;
export type SharedModules = KibanaFacts['sharedModules'];

/** @param root the project @throws BuildError for a version without facts */
export function loadKibanaFacts(root: string, version: string): KibanaFacts {
  const folder = path.join(root, FOLDER);
  const known = readdirSync(folder).map((name) => path.basename(name, '.json'));
  const file = path.join(folder, `${version}.json`);
  if (!known.includes(version) || !existsSync(file)) {
    throw new BuildError(
      `No facts about Kibana ${version} are on file, so what its plugins may use is unknown. ` +
        `On file: ${known.join(', ')}. To add it, write ${FOLDER}/${version}.json as README.md tells ` +
        'under "Build the zip".',
    );
  }
  const facts = factsSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!facts.success) {
    const [issue] = facts.error.issues;
    throw new BuildError(`${FOLDER}/${version}.json, ${issue?.path.join('.')}: ${issue?.message}`);
  }
  return facts.data;
}
