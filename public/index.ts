// SPDX-License-Identifier: Apache-2.0
import type { PluginInitializerContext } from './kibana_contracts';
import { RecentlyCompiledPlugin } from './plugin';

/** Kibana calls this on every page, so all that only our app needs is loaded when the app opens. */
export const plugin = (context: PluginInitializerContext) =>
  new RecentlyCompiledPlugin(context.env.packageInfo.version);
