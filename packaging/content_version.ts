// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';

/**
 * A version that differs whenever a file differs: browsers keep a plugin's bundles for a year under an
 * address that holds it. The letter keeps the hash from being a number, which semver forbids to start
 * with 0.
 *
 * @param files by path, and none that says the result
 */
export function contentVersion(version: string, files: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash('sha256');
  for (const [file, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return `${version}-b${hash.digest('hex').slice(0, 12)}`;
}
