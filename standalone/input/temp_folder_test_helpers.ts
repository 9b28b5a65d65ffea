// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface TempFolder {
  readonly path: string;
  /** Writes a file; gives back its path. */
  write(name: string, content: string | Buffer): string;
}

/** A folder for the tests of one file, gone when they are over. */
export const useTempFolder = (): TempFolder => {
  const folder = mkdtempSync(path.join(tmpdir(), 'recently-compiled-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    path: folder,
    write: (name, content) => {
      const file = path.join(folder, name);
      writeFileSync(file, content);
      return file;
    },
  };
};
