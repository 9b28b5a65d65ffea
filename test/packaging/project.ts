// SPDX-License-Identifier: Apache-2.0
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const ROOT = path.resolve(__dirname, '../..');

/** What a zip is made from. */
const SOURCES = [
  'common',
  'server',
  'public',
  'kibana.jsonc',
  'package.json',
  'tsconfig.json',
  'LICENSE',
  'NOTICE',
  '.i18nrc.json',
  'translations',
  'packaging/kibana_facts',
];

const folders: string[] = [];

export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'recently-compiled-')));
  folders.push(folder);
  return folder;
}

export function removeTemporaryFolders(): void {
  for (const folder of folders.splice(0)) {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A folder with these files and the project's dependencies. */
export function projectOf(files: Record<string, string>): string {
  const folder = temporaryFolder();
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  writeFiles(folder, files);
  return folder;
}

export function writeFiles(folder: string, files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}

/** The project's sources in another folder. */
export function projectCopy(): string {
  const folder = projectOf({});
  for (const source of SOURCES) {
    if (existsSync(path.join(ROOT, source))) {
      cpSync(path.join(ROOT, source), path.join(folder, source), { recursive: true });
    }
  }
  return folder;
}
