// SPDX-License-Identifier: Apache-2.0
import type { EventDocument } from '../search';
import type { BuiltFile } from './built_file';

/** A file that a command line says will come, and what was at its path before. */
export interface PromisedFile {
  readonly file: BuiltFile;
  readonly before: BuiltFile | undefined;
}

/** What is remembered of a process. */
export interface KnownProcess {
  readonly name: string | undefined;
  readonly executable: string | undefined;
  readonly args: readonly string[];
  readonly workingDirectory: string | undefined;
  readonly parent: string | undefined;
  readonly ancestors: readonly string[];
  readonly seenAt: number;
  /** The last time that it ran a compiler. */
  readonly compiles: EventDocument | undefined;
  /** The built files that its arguments name. */
  readonly names: readonly BuiltFile[];
  /** The files that its command line says it makes. */
  readonly promised: readonly PromisedFile[];
  /** The built files that its command line says it writes over. */
  readonly overwrote: readonly BuiltFile[];
  /** The folder that is `/` to it, where that was changed. */
  readonly root: string | undefined;
}

const NOTHING: KnownProcess = {
  name: undefined,
  executable: undefined,
  args: [],
  workingDirectory: undefined,
  parent: undefined,
  ancestors: [],
  seenAt: -Infinity,
  compiles: undefined,
  names: [],
  promised: [],
  overwrote: [],
  root: undefined,
};

/** Processes of one host by key, the one heard of longest ago first to go. */
export class ProcessTable {
  private readonly processes = new Map<string, KnownProcess>();

  constructor(private readonly most: number) {}

  get size(): number {
    return this.processes.size;
  }

  get(key: string | undefined): KnownProcess | undefined {
    return key === undefined ? undefined : this.processes.get(key);
  }

  /** Changes what is known of a process; returns how many had to go for it. */
  put(key: string, time: number, change: Partial<KnownProcess>): number {
    const before = this.processes.get(key);
    this.processes.delete(key);
    this.processes.set(key, { ...(before ?? NOTHING), ...change, seenAt: time });
    const [oldest] = this.processes.keys();
    if (this.processes.size <= this.most || oldest === undefined) {
      return 0;
    }
    this.processes.delete(oldest);
    return 1;
  }

  expire(before: number): void {
    for (const [key, { seenAt }] of this.processes) {
      if (seenAt >= before) {
        return;
      }
      this.processes.delete(key);
    }
  }
}
