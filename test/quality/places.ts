// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';

/** The folder of the repository, from a file `levels` folders below it. */
const rootOf = (folder: string, levels: number): string =>
  path.resolve(folder, ...Array.from({ length: levels }, () => '..'));

/**
 * Those of the given recordings that are in this repository, and all of them, which need not be there; and
 * those that were made here.
 */
export const recordingFolders = (folder: string, levels: number) => {
  const root = rootOf(folder, levels);
  return {
    bundled: path.join(root, 'test', 'captures', 'data'),
    own: path.join(root, 'test', 'captures', 'recorded'),
    all: path.resolve(root, '..', 'shared', 'captures'),
    noise: path.resolve(root, '..', 'shared', 'noise', 'ops-host.ndjson.gz'),
  };
};
