// SPDX-License-Identifier: Apache-2.0

/** What lineage remembers at most; beyond it the oldest goes, and is counted as dropped. */
export interface LineageLimits {
  /** Built files a host, those that are gone included. */
  readonly files: number;
  /** Processes a host: recent compilers, and while a built file is followed all others. */
  readonly processes: number;
  /** Executions of built files a host, each with all its descendants that were seen. */
  readonly runs: number;
  /** Created files a host of which it is not known yet whether they are copies. */
  readonly creations: number;
  readonly hosts: number;
  /** Files, processes, executions and creations of all hosts together. */
  readonly total: number;
  /** Steps of one file's story. */
  readonly steps: number;
}

export const DEFAULT_LIMITS: LineageLimits = {
  files: 2_000,
  processes: 2_000,
  runs: 2_000,
  creations: 50,
  hosts: 5_000,
  total: 20_000,
  steps: 16,
};
