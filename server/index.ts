// SPDX-License-Identifier: Apache-2.0
import type { PluginInitializerContext } from './kibana_contracts';

export { config } from './config';

/** Called by Kibana once; a plugin that kibana.yml switches off loads nothing of the rest. */
export const plugin = async (context: PluginInitializerContext) => {
  const { RecentlyCompiledPlugin } = await import('./plugin');
  return new RecentlyCompiledPlugin(context);
};
