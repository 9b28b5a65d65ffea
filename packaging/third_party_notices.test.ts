// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Metafile } from 'esbuild';
import { thirdPartyNotices } from './third_party_notices';

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'recently-compiled-notices-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function install(folder: string, files: Record<string, string>) {
  const absolute = path.join(root, folder);
  mkdirSync(absolute, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(path.join(absolute, name), text);
  }
}

function bundleOf(inputs: Record<string, number>): Metafile {
  const bytes = Object.entries(inputs).map(([file, bytesInOutput]) => [file, { bytesInOutput }]);
  return {
    inputs: {},
    outputs: {
      'index.js': { bytes: 1, inputs: Object.fromEntries(bytes), imports: [], exports: [] },
    },
  };
}

test('holds name, version and licence texts of each package with code in a bundle, once', () => {
  install('node_modules/zed', {
    'package.json': '{ "name": "zed", "version": "3.1.0", "license": "MIT" }',
    LICENSE: 'Permission is granted.',
    'index.js': '',
  });
  install('node_modules/@scope/alpha', {
    'package.json': '{ "name": "@scope/alpha", "version": "1.0.0", "license": "ISC" }',
    'LICENCE.md': 'You may.',
    NOTICE: 'By Alpha.',
  });
  const notices = thirdPartyNotices(root, [
    bundleOf({ 'server/index.ts': 10, 'node_modules/zed/index.js': 5 }),
    bundleOf({ 'node_modules/zed/lib/a.js': 5, 'node_modules/@scope/alpha/index.js': 5 }),
  ]);
  expect(notices.match(/zed 3\.1\.0, licence: MIT/g)).toHaveLength(1);
  expect(notices).toContain('Permission is granted.');
  expect(notices).toContain('@scope/alpha 1.0.0, licence: ISC\n\nYou may.\n\nBy Alpha.\n');
});

test('leaves out packages whose code was dropped, and tells nested ones from those around them', () => {
  install('node_modules/outer/node_modules/inner', {
    'package.json': '{ "name": "inner", "version": "2.0.0", "license": "MIT" }',
  });
  const notices = thirdPartyNotices(root, [
    bundleOf({
      'node_modules/dropped/index.js': 0,
      'node_modules/outer/node_modules/inner/index.js': 7,
    }),
  ]);
  expect(notices).toContain('inner 2.0.0');
  expect(notices).not.toContain('dropped');
  expect(notices).not.toContain('outer');
});

test('a package without a licence is not shipped', () => {
  install('node_modules/bare', { 'package.json': '{ "name": "bare", "version": "1.0.0" }' });
  expect(() => thirdPartyNotices(root, [bundleOf({ 'node_modules/bare/index.js': 1 })])).toThrow(
    'node_modules/bare/package.json states no licence',
  );
});
