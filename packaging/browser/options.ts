// SPDX-License-Identifier: Apache-2.0
import type { BuildOptions } from 'esbuild';
import type { KibanaFacts } from '../kibana_facts';
import { sharedModules } from './shared_modules';
import { strictTypeScript } from './strict_typescript';

/** What both kinds of browser bundles have in common. */
export function browserOptions(root: string, facts: KibanaFacts) {
  return {
    absWorkingDir: root,
    platform: 'browser',
    // What the oldest browsers that Kibana 8.12 supports understand.
    target: 'es2021',
    define: { 'process.env.NODE_ENV': '"production"' },
    minify: true,
    // `import * as X` and then a member that X lacks is only a remark by default.
    logOverride: { 'import-is-undefined': 'error' },
    plugins: [sharedModules(facts.sharedModules, facts.kibanaVersion), strictTypeScript],
  } satisfies BuildOptions;
}
