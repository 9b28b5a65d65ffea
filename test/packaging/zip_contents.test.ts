// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { projectCopy, removeTemporaryFolders, writeFiles } from './project';
import { buildAndInstall, type Installed } from './unpacked';

const FOLDER = 'kibana/recentlyCompiled';
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

let installed: Installed;

beforeAll(async () => {
  installed = await buildAndInstall(projectCopy());
});
afterAll(removeTemporaryFolders);

test('is named for the one version of Kibana that it fits', () => {
  expect(installed.zip.name).toBe('recentlyCompiled-8.12.2.zip');
});

test('holds what the installer and Kibana look for, under the plugin’s folder', () => {
  const names = Object.keys(installed.files);
  expect(names).toEqual(
    expect.arrayContaining([
      `${FOLDER}/LICENSE`,
      `${FOLDER}/NOTICE`,
      `${FOLDER}/THIRD_PARTY_NOTICES`,
      `${FOLDER}/kibana.json`,
      `${FOLDER}/package.json`,
      `${FOLDER}/server/index.js`,
      `${FOLDER}/target/public/recentlyCompiled.plugin.js`,
    ]),
  );
  expect(names.filter((name) => !name.startsWith(`${FOLDER}/`))).toEqual([]);
  expect(names.filter((name) => name.includes('recentlyCompiled.chunk.app-')).length).toBe(2);
});

test('the manifest has the keys that Kibana 8.12.2 knows, and no others', () => {
  const manifest = JSON.parse(text(installed.files[`${FOLDER}/kibana.json`]));
  expect(manifest).toEqual({
    id: 'recentlyCompiled',
    version: installed.zip.version,
    kibanaVersion: '8.12.2',
    type: 'standard',
    owner: { name: 'recently-compiled' },
    description: expect.stringContaining('compiled'),
    configPath: 'recently_compiled',
    server: true,
    ui: true,
    requiredPlugins: ['alerting', 'features'],
    optionalPlugins: ['fleet', 'lists', 'security', 'spaces', 'triggersActionsUi'],
    requiredBundles: [],
  });
});

test('needs no package beside it', () => {
  expect(JSON.parse(text(installed.files[`${FOLDER}/package.json`]))).toEqual({
    name: 'recentlyCompiled',
    version: installed.zip.version,
    license: 'Apache-2.0',
    private: true,
  });
});

test('every page of Kibana loads 15 KB of it at most', () => {
  const entry = installed.files[`${FOLDER}/target/public/recentlyCompiled.plugin.js`];
  expect(entry?.length).toBeGreaterThan(0);
  expect(entry?.length).toBeLessThanOrEqual(15 * 1024);
});

test('each script of the browser has its compressed form beside it', () => {
  const scripts = Object.keys(installed.files).filter((name) =>
    /target\/public\/.*\.js$/.test(name),
  );
  expect(scripts.length).toBeGreaterThanOrEqual(2);
  for (const script of scripts) {
    const compressed = installed.files[`${script}.br`] ?? new Uint8Array();
    expect(text(brotliDecompressSync(compressed))).toBe(text(installed.files[script]));
  }
});

test('the same sources give the same bytes in any folder', async () => {
  const other = await buildAndInstall(projectCopy());
  expect(Buffer.from(other.zip.bytes).equals(installed.zip.bytes)).toBe(true);
});

test('other code has another version, which semver accepts', async () => {
  const project = projectCopy();
  const config = readFileSync(path.join(project, 'server/config.ts'), 'utf8');
  writeFiles(project, { 'server/config.ts': config.replace('true', 'false') });
  const { zip } = await buildAndInstall(project);
  expect(zip.version).not.toBe(installed.zip.version);
  for (const version of [zip.version, installed.zip.version]) {
    expect(version).toMatch(/^\d+\.\d+\.\d+-b[0-9a-f]{12}$/);
  }
});

test('passes on the licence of each package whose code is in the zip', async () => {
  const project = projectCopy();
  writeFiles(project, {
    'server/index.ts': "export { parse } from 'lossless-json';",
    'public/app.tsx': "export { parse } from 'ipaddr.js';",
  });
  const { files } = await buildAndInstall(project);
  const notices = text(files[`${FOLDER}/THIRD_PARTY_NOTICES`]);
  expect(notices).toMatch(/^lossless-json \S+, licence: MIT\n\n.*MIT License/ms);
  expect(notices).toMatch(/^ipaddr\.js \S+, licence: MIT\n\nCopyright/m);
});

test('Kibana finds the texts in the languages that the project has', () => {
  const { translations } = JSON.parse(text(installed.files[`${FOLDER}/.i18nrc.json`]));
  // It reads the files whose name is the locale, from the folder of the plugin (8.12: `getTranslationPaths`).
  expect(translations).toEqual(['translations/zh-CN.json']);
  const { messages } = JSON.parse(text(installed.files[`${FOLDER}/translations/zh-CN.json`]));
  expect(messages['recentlyCompiled.overview.title']).toBe('概览');
});

test('translations come along when the project has some', async () => {
  const project = projectCopy();
  writeFiles(project, {
    '.i18nrc.json': JSON.stringify({
      prefix: 'recentlyCompiled',
      paths: ['.'],
      translations: ['translations/de-DE.json'],
    }),
    'translations/de-DE.json': '{"messages":{}}',
  });
  const { files } = await buildAndInstall(project);
  expect(text(files[`${FOLDER}/translations/de-DE.json`])).toBe('{"messages":{}}');
  expect(text(files[`${FOLDER}/.i18nrc.json`])).toContain('translations/de-DE.json');
});
