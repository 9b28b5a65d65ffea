// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import type { Plugin, PluginBuild } from 'esbuild';

const MARK = 'recently-compiled-chunk:';

/**
 * `import('./app')` in a classic script: the bundler leaves it alone, with a mark in place of the
 * file's name, which `pointToChunks` turns into the address of the chunk.
 */
export class LazyImports {
  /** Files that are imported lazily, relative to the project. */
  readonly files = new Set<string>();

  constructor(private readonly root: string) {}

  plugin(): Plugin {
    return {
      name: 'lazy imports',
      setup: (build: PluginBuild) => {
        build.onResolve(
          { filter: /^\./ },
          async ({ path: imported, kind, resolveDir, pluginData }) => {
            if (kind !== 'dynamic-import' || pluginData === this) {
              return undefined;
            }
            const resolved = await build.resolve(imported, { kind, resolveDir, pluginData: this });
            if (resolved.errors.length > 0) {
              return { errors: resolved.errors };
            }
            const file = path.relative(this.root, resolved.path).split(path.sep).join('/');
            this.files.add(file);
            return { path: `${MARK}${file}`, external: true };
          },
        );
      },
    };
  }

  /**
   * @param addressOf the JavaScript expression for a file's chunk
   * @throws Error when the bundler has written imports in a form that this does not know
   */
  pointToChunks(code: string, addressOf: (file: string) => string): string {
    const pointed = code.replace(
      new RegExp(`(["'\`])${MARK}(.+?)\\1`, 'g'),
      (_, _quote, file: string) => addressOf(file),
    );
    if (pointed.includes(MARK)) {
      throw new Error('A lazy import of the entry was left without its chunk.');
    }
    return pointed;
  }
}
