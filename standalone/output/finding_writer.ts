// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../../common/search';

/** Prints findings as they come. */
export interface FindingWriter {
  write(finding: Finding): void;
  /** There are no more. */
  end(): void;
}

/** Takes text for standard output. */
export type Print = (text: string) => void;
