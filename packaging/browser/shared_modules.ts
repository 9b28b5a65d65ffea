// SPDX-License-Identifier: Apache-2.0
import type { Plugin, PluginBuild } from 'esbuild';
import type { SharedModules } from '../kibana_facts';

const NAMESPACE = 'shared-by-kibana';

/** `react-dom/server` belongs to `react-dom`, `@elastic/eui/lib/services` to `@elastic/eui`. */
function packageOf(importPath: string): string {
  const parts = importPath.split('/');
  return parts.slice(0, importPath.startsWith('@') ? 2 : 1).join('/');
}

/**
 * The module as its users see it: the members of Kibana's global under the names that it has there,
 * so that importing any other name fails the build. Marked as pure so that unused ones are dropped.
 */
function moduleText(global: string, names: readonly string[]): string {
  const member = (name: string) => `/* @__PURE__ */ (() => ${global}[${JSON.stringify(name)}])()`;
  const named = names
    .filter((name) => name !== 'default')
    .map((name, index) => `const m${index} = ${member(name)};\nexport { m${index} as ${name} };`);
  // A CommonJS module, as React is, stands for its own default.
  const value = names.includes('default')
    ? member('default')
    : `/* @__PURE__ */ (() => ${global})()`;
  return [...named, `export default ${value};`].join('\n');
}

/**
 * Takes from Kibana's page what Kibana shares, and fails the build for what looks shared but is not:
 * other paths of shared packages, which would bring a second copy, and all other `@kbn/*`.
 */
export function sharedModules(modules: SharedModules, kibanaVersion: string): Plugin {
  const packages = new Set(Object.keys(modules).map(packageOf));

  return {
    name: 'shared modules of Kibana',
    setup(build: PluginBuild) {
      build.onResolve({ filter: /^[^./]/ }, ({ path, kind, importer }) => {
        if (kind === 'entry-point') {
          return undefined;
        }
        if (modules[path]) {
          return kind === 'require-call'
            ? {
                errors: [
                  {
                    text: `${importer} calls require('${path}'), so nobody can tell which of its exports are used. Import an ES module instead.`,
                  },
                ],
              }
            : { path, namespace: NAMESPACE, sideEffects: false };
        }
        if (path.startsWith('@kbn/') || packages.has(packageOf(path))) {
          return {
            errors: [
              {
                text: `Kibana ${kibanaVersion} does not share "${path}" with plugins. It shares: ${Object.keys(modules).join(', ')}.`,
              },
            ],
          };
        }
        return undefined;
      });
      build.onLoad({ filter: /.*/, namespace: NAMESPACE }, ({ path }) => {
        const module = modules[path];
        return module && { contents: moduleText(module.global, module.exports), loader: 'js' };
      });
    },
  };
}
