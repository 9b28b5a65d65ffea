// SPDX-License-Identifier: Apache-2.0
import type { EventDocument } from '../search';

/** What became of a built file before it was run. */
export interface StoryStep {
  readonly step: 'rename' | 'copy' | 'link';
  /** The path that came of it. */
  readonly path: string;
  /** The file event; for a link the process event of who made it. */
  readonly event: EventDocument;
}

/** A file that a linker wrote, or one that came of it, at one path. */
export interface BuiltFile {
  readonly path: string;
  /** The event in which the linker wrote it. */
  readonly link: EventDocument;
  /** When that was, in milliseconds. */
  readonly linkedAt: number;
  /** The process that wrote it, and those above it, the nearest first. */
  readonly linkedBy: readonly string[];
  /** Something that programs load, by its name or because the linker was told so. */
  readonly isLibrary: boolean;
  readonly story: readonly StoryStep[];
  /** When it was deleted, renamed or replaced; a program begun before then has still run it. */
  goneAt: number | undefined;
}
