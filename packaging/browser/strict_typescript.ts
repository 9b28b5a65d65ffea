// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { transform, type Loader, type Plugin } from 'esbuild';

/**
 * Turns each TypeScript file into JavaScript before it is bundled. In TypeScript the bundler takes a name
 * that is handed on but does not exist (`export { x } from 'y'`) for a type, and says nothing.
 */
export const strictTypeScript: Plugin = {
  name: 'strict TypeScript',
  setup(build) {
    const root = build.initialOptions.absWorkingDir ?? process.cwd();
    build.onLoad({ filter: /\.tsx?$/, namespace: 'file' }, async ({ path: file }) => {
      const loader = path.extname(file).slice(1) as Loader;
      const { code } = await transform(await readFile(file, 'utf8'), {
        loader,
        jsx: 'transform',
        sourcefile: path.relative(root, file),
      });
      return { contents: code, loader: 'js' };
    });
  },
};
