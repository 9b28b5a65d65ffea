// SPDX-License-Identifier: Apache-2.0
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { unreadable } from '../../input/byte_source';
import { InputError } from '../../input/input_error';

const EVENT_FILE = /\.(?:nd)?json(?:\.gz)?$/;

/** The files that the words name: a folder stands for the event files in it. Throws an `InputError`. */
export const inputFiles = async (names: readonly string[]): Promise<string[]> => {
  const files = await Promise.all(
    names.map(async (name) => {
      const info = await stat(name).catch((error: unknown) => {
        throw unreadable(name, error);
      });
      if (!info.isDirectory()) {
        return [name];
      }
      const found = (await readdir(name)).filter((file) => EVENT_FILE.test(file)).sort();
      if (found.length === 0) {
        throw new InputError(
          name,
          'The folder holds no event files',
          'Name files, or a folder with *.ndjson, *.json or such files with .gz',
        );
      }
      return found.map((file) => path.join(name, file));
    }),
  );
  return [...new Set(files.flat())];
};
