// SPDX-License-Identifier: Apache-2.0
import type { EventDocument } from '../search';
import type { ProcessTable } from './process_table';

/** No tree of compilers is deeper. */
const MOST_STEPS = 64;

/**
 * The event in which the compiler was started that had a file linked: of the writer of the file and the
 * processes above it, the topmost that ran a compiler (of cargo, rustc and cc, cargo). Null for a bare linker.
 */
export const findCompiler = (
  linkedBy: readonly string[],
  processes: ProcessTable,
): EventDocument | null => {
  let found: EventDocument | null = null;
  const seen = new Set<string>();
  const waiting = [...linkedBy];
  for (
    let key = waiting.shift();
    key !== undefined && seen.size < MOST_STEPS;
    key = waiting.shift()
  ) {
    if (seen.has(key)) {
      continue;
    }
    seen.add(key);
    const known = processes.get(key);
    found = known?.compiles ?? found;
    waiting.push(...(known?.ancestors ?? []));
  }
  return found;
};
