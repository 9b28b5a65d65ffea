// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { z } from 'zod';
import { BuildError } from './build_error';

const pluginIds = z.array(z.string()).default([]);

const descriptionSchema = z
  .object({
    type: z.literal('plugin'),
    id: z.string(),
    owner: z.string(),
    description: z.string(),
    plugin: z
      .object({
        id: z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'must be in camel case'),
        server: z.boolean(),
        browser: z.boolean(),
        configPath: z.string(),
        requiredPlugins: pluginIds,
        optionalPlugins: pluginIds,
        requiredBundles: pluginIds,
      })
      .strict(),
  })
  .strict();

/** What kibana.jsonc says. */
export type PluginDescription = z.infer<typeof descriptionSchema>;

/** @param root the folder of kibana.jsonc @throws BuildError when it is not as it should be */
export function readPluginDescription(root: string): PluginDescription {
  const text = readFileSync(path.join(root, 'kibana.jsonc'), 'utf8');
  const parsed = ts.parseConfigFileTextToJson('kibana.jsonc', text);
  if (parsed.error) {
    const reason = ts.flattenDiagnosticMessageText(parsed.error.messageText, '\n');
    throw new BuildError(`kibana.jsonc: ${reason}`);
  }
  const description = descriptionSchema.safeParse(parsed.config);
  if (!description.success) {
    const [issue] = description.error.issues;
    throw new BuildError(`kibana.jsonc, ${issue?.path.join('.')}: ${issue?.message}`);
  }
  return description.data;
}
