// SPDX-License-Identifier: Apache-2.0
import { bundleBrowser } from '../../packaging/browser/browser_bundle';
import { readPluginDescription } from '../../packaging/plugin_description';
import { bundleServer } from '../../packaging/server_bundle';
import { projectOf, removeTemporaryFolders } from './project';
import { FACTS } from './unpacked';

afterAll(removeTemporaryFolders);

async function browserFiles(files: Record<string, string>) {
  const project = projectOf({
    'public/index.ts': "export const plugin = () => import('./app');",
    'public/app.tsx': 'export const app = 1;',
    ...files,
  });
  const { files: bundles } = await bundleBrowser(project, 'recentlyCompiled', FACTS);
  return [...bundles].map(([name, bytes]) => ({ name, text: new TextDecoder().decode(bytes) }));
}

describe('the browser side', () => {
  test('takes modules, paths below them and their defaults from the page', async () => {
    const files = await browserFiles({
      'public/app.tsx': `
        import React from 'react';
        import moment from 'moment';
        import { EuiButton } from '@elastic/eui';
        import { useEuiTheme } from '@elastic/eui/lib/services';
        import createCache from '@emotion/cache';
        export const all = () => [<EuiButton />, moment(), useEuiTheme, createCache];`,
    });
    const chunk = files.find(({ name }) => name.includes('chunk.app'))?.text ?? '';
    for (const global of [
      '__kbnSharedDeps__.React',
      '__kbnSharedDeps__.Moment',
      '__kbnSharedDeps__.ElasticEui.EuiButton',
      '__kbnSharedDeps__.ElasticEuiLibServices.useEuiTheme',
      '__kbnSharedDeps__.EmotionCache.default',
    ]) {
      expect(chunk).toContain(global);
    }
    expect(chunk.length).toBeLessThan(1000);
  });

  test('code of a package that Kibana does not share comes along', async () => {
    const files = await browserFiles({
      'public/app.tsx': "import { parse } from 'lossless-json'; export const app = parse('1');",
    });
    expect(files.find(({ name }) => name.includes('chunk.app'))?.text.length).toBeGreaterThan(1000);
  });

  test('lazy parts of lazy parts become chunks too, and shared code is in one only', async () => {
    const files = await browserFiles({
      'public/app.tsx':
        "import { both } from './both'; export const app = () => [both, import('./page'), import('./other')];",
      'public/page.ts': "import { both } from './both'; export const page = both;",
      'public/other.ts': 'export const other = 1;',
      'public/both.ts': "export const both = 'text of both';",
    });
    expect(files.filter(({ text }) => text.includes('text of both'))).toHaveLength(1);
    expect(files.length).toBeGreaterThanOrEqual(4);
  });

  test.each([
    [
      'a name that the module does not have there',
      "import { createRoot } from 'react-dom'; export const app = createRoot;",
      'No matching export in "shared-by-kibana:react-dom" for import "createRoot"',
    ],
    [
      'such a name of a namespace',
      "import * as ReactDOM from 'react-dom'; export const app = ReactDOM.createRoot;",
      'Import "createRoot" will always be undefined',
    ],
    [
      'such a name handed on',
      "export { strToU8 } from 'fflate';",
      'No matching export in "shared-by-kibana:fflate" for import "strToU8"',
    ],
    ['code that is none', 'export const app = ;', 'Unexpected ";"'],
    [
      'a path that is not shared, of a package that is',
      "import { jsx } from 'react/jsx-runtime'; export const app = jsx;",
      'Kibana 8.12.2 does not share "react/jsx-runtime" with plugins',
    ],
    [
      'a package of Kibana that is not shared',
      "import { x } from '@kbn/kibana-react-plugin/public'; export const app = x;",
      'Kibana 8.12.2 does not share "@kbn/kibana-react-plugin/public" with plugins',
    ],
    [
      'a require, whose exports nobody can check',
      "declare const require: any; export const app = require('react').lazy;",
      "calls require('react')",
    ],
    [
      'a module of Node',
      "import { readFileSync } from 'node:fs'; export const app = readFileSync;",
      'Could not resolve "node:fs"',
    ],
    [
      'a package that is not there',
      "import { x } from 'no-such-package'; export const app = x;",
      'Could not resolve "no-such-package"',
    ],
  ])('is refused for %s', async (_, app, reason) => {
    await expect(browserFiles({ 'public/app.tsx': app })).rejects.toThrow(reason);
  });

  test('is refused for a lazy part that is not there', async () => {
    await expect(
      browserFiles({ 'public/index.ts': "export const plugin = () => import('./nowhere');" }),
    ).rejects.toThrow('Could not resolve "./nowhere"');
  });

  test('is refused when every page would load more than 15 KB of it', async () => {
    const entry = `export const plugin = () => '${'x'.repeat(16_000)}';`;
    await expect(browserFiles({ 'public/index.ts': entry })).rejects.toThrow(
      'Import what only the app needs lazily',
    );
  });
});

describe('the server side', () => {
  const serverCode = async (index: string) => {
    const { code } = await bundleServer(projectOf({ 'server/index.ts': index }), FACTS);
    return new TextDecoder().decode(code);
  };

  test('leaves what Kibana and Node have, and takes in the rest', async () => {
    const code = await serverCode(`
      import { schema } from '@kbn/config-schema';
      import { createHash } from 'node:crypto';
      import { parse } from 'lossless-json';
      export const all = [schema, createHash, parse];`);
    expect(code.match(/require\("[^"]+"\)/g)?.sort()).toEqual([
      'require("@kbn/config-schema")',
      'require("node:crypto")',
    ]);
  });

  test('its language is that of Node 18', async () => {
    const code = await serverCode('export class A { using = 1; static { using x = null; } }');
    expect(code).not.toMatch(/using x/);
  });

  test('another package of Kibana is refused', async () => {
    await expect(
      serverCode("import { x } from '@kbn/core/server'; export const y = x;"),
    ).rejects.toThrow('Could not resolve "@kbn/core/server"');
  });

  test('a require that may fail is refused as well', async () => {
    await expect(
      serverCode(
        "declare const require: any; export let y; try { y = require('no-such-package'); } catch { y = 1; }",
      ),
    ).rejects.toThrow('would require no-such-package, which is not in the zip');
  });
});

describe('kibana.jsonc', () => {
  test('may have comments and trailing commas', () => {
    const project = projectOf({
      'kibana.jsonc': `// why
        { "type": "plugin", "id": "@a/b", "owner": "o", "description": "d",
          "plugin": { "id": "sample", "server": true, "browser": true, "configPath": "sample", }, }`,
    });
    expect(readPluginDescription(project).plugin).toEqual({
      id: 'sample',
      server: true,
      browser: true,
      configPath: 'sample',
      requiredPlugins: [],
      optionalPlugins: [],
      requiredBundles: [],
    });
  });

  test.each([
    ['{ "type": "plugin" ', "kibana.jsonc: '}' expected."],
    ['{ "type": "package" }', 'kibana.jsonc, type: '],
    [
      `{ "type": "plugin", "id": "a", "owner": "o", "description": "d", "plugin":
         { "id": "my.id", "server": true, "browser": true, "configPath": "c" } }`,
      'kibana.jsonc, plugin.id: must be in camel case',
    ],
    [
      `{ "type": "plugin", "id": "a", "owner": "o", "description": "d", "plugin":
         { "id": "my", "server": true, "browser": true, "configPath": "c", "extra": 1 } }`,
      "kibana.jsonc, plugin: Unrecognized key(s) in object: 'extra'",
    ],
  ])('is refused with the place: %s', (text, reason) => {
    expect(() => readPluginDescription(projectOf({ 'kibana.jsonc': text }))).toThrow(reason);
  });
});
