// SPDX-License-Identifier: Apache-2.0
import type { ScanFinding } from '../scan/scan_finding';

/** Prints findings as they come. */
export interface FindingWriter {
  write(finding: ScanFinding): void;
  /** There are no more. */
  end(): void;
}

/** Takes text for standard output. */
export type Print = (text: string) => void;
