// SPDX-License-Identifier: Apache-2.0
import type { BuiltFile, StoryStep } from './built_file';
import type { LineageEvent } from './lineage_event';
import { baseName } from './paths';

/** The built files of one host by path; the oldest goes when there are too many. */
export class FileTable {
  private readonly files = new Map<string, BuiltFile>();
  /** How many files go by a name, so that most arguments are known at a glance to name none. */
  private readonly names = new Map<string, Set<string>>();

  constructor(
    private readonly most: number,
    private readonly mostSteps: number,
  ) {}

  get size(): number {
    return this.files.size;
  }

  /** Adds a file, in place of what was at its path; returns how many had to go for it. */
  add(file: BuiltFile): number {
    this.forget(file.path);
    this.files.set(file.path, file);
    const name = baseName(file.path);
    this.names.set(name, (this.names.get(name) ?? new Set()).add(file.path));
    const [oldest] = this.files.keys();
    if (this.files.size <= this.most || oldest === undefined) {
      return 0;
    }
    this.forget(oldest);
    return 1;
  }

  /** As if it had never been there. */
  forget(path: string): void {
    if (this.files.delete(path)) {
      const name = baseName(path);
      const paths = this.names.get(name);
      paths?.delete(path);
      if (paths?.size === 0) {
        this.names.delete(name);
      }
    }
  }

  /** What is at a path, or was there when a program that began then was started. */
  at(path: string | undefined, began?: number): BuiltFile | undefined {
    const file = path === undefined ? undefined : this.files.get(path);
    return file && (file.goneAt === undefined || (began !== undefined && began < file.goneAt))
      ? file
      : undefined;
  }

  hasName(name: string): boolean {
    return this.names.has(name);
  }

  /** The one file of a name; undefined where there is none, or several. */
  onlyOneNamed(name: string): BuiltFile | undefined {
    const paths = [...(this.names.get(name) ?? [])].filter((path) => this.at(path));
    return paths.length === 1 ? this.at(paths[0]) : undefined;
  }

  /** The files in a folder and below it. */
  below(folder: string): BuiltFile[] {
    return [...this.files.values()].filter(
      ({ path, goneAt }) => goneAt === undefined && path.startsWith(`${folder}/`),
    );
  }

  /** What is at a path is ours no longer. */
  markGone(path: string, time: number): void {
    const file = this.at(path);
    if (file) {
      file.goneAt = time;
    }
  }

  /** A file as it is after a step of its story. */
  after(
    file: BuiltFile,
    step: StoryStep['step'],
    path: string,
    { document }: LineageEvent,
  ): BuiltFile {
    const story = [...file.story, { step, path, event: document }];
    return { ...file, path, goneAt: undefined, story: story.slice(-this.mostSteps) };
  }

  /** Forgets files linked before a time; returns how many. */
  expire(before: number): number {
    let count = 0;
    for (const { path, linkedAt } of this.files.values()) {
      if (linkedAt < before) {
        this.forget(path);
        count += 1;
      }
    }
    return count;
  }
}
