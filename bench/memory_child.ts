// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { repeatedSource } from './input/repeated_source';
import { peakMemory } from './peak_memory';
import { scanRule } from './rule_scan';

export interface MemoryRun {
  /** The most that the process held, in bytes. */
  readonly peak: number;
}

/** The first word of a command line that runs `runMemoryChild`. */
export const MEMORY_CHILD = 'memory-child';

/**
 * In a process of its own: scans a file `times` over, with a slack in milliseconds and by lineage when that
 * is said, and prints a `MemoryRun`. No file: does nothing.
 */
export const runMemoryChild = async ([
  file,
  times,
  slack,
  detection,
]: readonly string[]): Promise<void> => {
  if (file !== undefined) {
    await scanRule(
      () => repeatedSource(file, Number(times)),
      slack === undefined ? undefined : Number(slack),
      detection === 'lineage' ? 'lineage' : undefined,
    );
  }
  const run: MemoryRun = { peak: peakMemory() };
  process.stdout.write(JSON.stringify(run));
};

/** Starts such a process. Throws when it fails. */
export const measureMemory = (...words: readonly string[]): MemoryRun => {
  const { status, stdout } = spawnSync(process.execPath, [__filename, MEMORY_CHILD, ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) {
    throw new Error(`The process that measures memory ended with ${status}`);
  }
  return JSON.parse(stdout) as MemoryRun;
};
