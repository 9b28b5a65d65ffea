// SPDX-License-Identifier: Apache-2.0
import type { EventDocument } from '../search';
import type { StoryStep } from './built_file';

/** A program that was built, run, and connected. */
export interface Chain {
  /** Null where no compiler was seen above the linker. */
  readonly compile: EventDocument | null;
  readonly link: EventDocument;
  /** Null where the sensor told of the process in its connections alone. */
  readonly execute: EventDocument | null;
  readonly connect: EventDocument;
  /** What became of the file between link and execution, oldest first. */
  readonly story: readonly StoryStep[];
  /** Where the file was when it was run. */
  readonly path: string;
  readonly hostId: string | undefined;
}
