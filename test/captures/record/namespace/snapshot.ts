// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import type { Snapshot } from '../model/files';

const NOT_ON_DISK = ['/proc', '/sys', '/dev'];

/** Everything on the machine, as strace does not tell whether a file is new. */
export const takeSnapshot = (): Snapshot => {
  const pruned = NOT_ON_DISK.flatMap((folder) => ['-path', folder, '-prune', '-o']);
  const output = execFileSync('find', ['/', ...pruned, '-printf', '%p\\0%l\\0'], {
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const fields = output.toString('utf8').split('\0');
  const paths: string[] = [];
  const links: (readonly [string, string])[] = [];
  for (let i = 0; i + 1 < fields.length; i += 2) {
    const [file = '', target = ''] = fields.slice(i, i + 2);
    paths.push(file);
    if (target !== '') {
      links.push([file, target]);
    }
  }
  return { paths, links };
};
