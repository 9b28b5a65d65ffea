// SPDX-License-Identifier: Apache-2.0
import type { BuiltFile } from './built_file';

/**
 * Told of everything that a matcher follows from then on, for those who fetch the events for it. The keys of
 * hosts and processes are those of `LineageEvent`.
 */
export interface LineageWatch {
  /** A built file is at a path. */
  file(host: string, file: BuiltFile): void;
  /** The arguments of a process name built files, or it was forked by one whose arguments do. */
  names(host: string, process: string): void;
  /** The arguments of a process say what it makes of built files, or what it writes over; how it ends tells more. */
  promises(host: string, process: string): void;
  /** The folder `root` is `/` to a process. */
  changesRoot(host: string, process: string, root: string): void;
  /** A process runs a built file, or descends from one that does. */
  runs(host: string, process: string): void;
}
