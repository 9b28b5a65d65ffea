// SPDX-License-Identifier: Apache-2.0
import { BuildError } from './build_error';
import type { KibanaFacts } from './kibana_facts';
import type { PluginDescription } from './plugin_description';

/** kibana.json: what Kibana's loader and installer read. */
export interface Manifest {
  id: string;
  version: string;
  kibanaVersion: string;
  type: 'standard';
  owner: { name: string };
  description: string;
  configPath: string;
  server: boolean;
  ui: boolean;
  requiredPlugins: string[];
  optionalPlugins: string[];
  requiredBundles: string[];
}

/**
 * @param kibanaVersion the one Kibana that may load the plugin, to the patch; or `kibana`, which the
 *   loader takes for any version, and the checkout's plugin helpers replace
 */
export function manifestOf(
  { owner, description, plugin }: PluginDescription,
  version: string,
  kibanaVersion: string,
): Manifest {
  return {
    id: plugin.id,
    version,
    kibanaVersion,
    type: 'standard',
    owner: { name: owner },
    description,
    configPath: plugin.configPath,
    server: plugin.server,
    ui: plugin.browser,
    requiredPlugins: plugin.requiredPlugins,
    optionalPlugins: plugin.optionalPlugins,
    requiredBundles: plugin.requiredBundles,
  };
}

/**
 * Kibana refuses to start with a manifest that says more than it knows. An optional plugin that does not
 * exist it passes over in silence, so what goes with it would be off for ever.
 *
 * @throws BuildError for either
 */
export function checkManifest(manifest: Manifest, facts: KibanaFacts): void {
  const unknownKeys = Object.keys(manifest).filter((key) => !facts.manifestKeys.includes(key));
  if (unknownKeys.length > 0) {
    throw new BuildError(
      `Kibana ${facts.kibanaVersion} does not know these keys of kibana.json: ${unknownKeys.join(', ')}.`,
    );
  }
  const anywhere = [...facts.serverPlugins, ...facts.browserPlugins];
  const missing = [
    ...[...manifest.requiredPlugins, ...manifest.optionalPlugins].filter(
      (id) => !anywhere.includes(id),
    ),
    ...manifest.requiredBundles.filter((id) => !facts.browserPlugins.includes(id)),
  ];
  if (missing.length > 0) {
    throw new BuildError(
      `Kibana ${facts.kibanaVersion} has no plugin ${missing.join(', ')}; correct kibana.jsonc.`,
    );
  }
}
