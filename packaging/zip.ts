// SPDX-License-Identifier: Apache-2.0
import { zipSync, type Zippable } from 'fflate';

const UNIX = 3;
const REGULAR_FILE_RW_R_R = 0o100644;

/**
 * A zip with the same bytes for the same files: sorted, one time for all, and modes that let every user
 * read them.
 */
export function zip(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  // Zips hold local times; this is their first one in any zone.
  const mtime = new Date(1980, 0, 1);
  const entries: Zippable = {};
  for (const [name, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    entries[name] = [
      content,
      { level: 9, mtime, os: UNIX, attrs: (REGULAR_FILE_RW_R_R << 16) >>> 0 },
    ];
  }
  return zipSync(entries);
}
