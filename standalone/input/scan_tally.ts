// SPDX-License-Identifier: Apache-2.0

/** A line that is not an event, and why. */
export interface BadLine {
  readonly input: string;
  /** From 1. */
  readonly line: number;
  readonly reason: string;
}

/** What has been read so far, over all inputs. */
export class ScanTally {
  events = 0;
  badLines = 0;
  /** Events without a timestamp, which can be in no order. */
  untimed = 0;
  readonly hosts = new Set<string>();
  /** Milliseconds since 1970. */
  first = Infinity;
  last = -Infinity;

  constructor(private readonly onBadLine: (bad: BadLine) => void) {}

  addTime(timestamp: number): void {
    this.first = Math.min(this.first, timestamp);
    this.last = Math.max(this.last, timestamp);
  }

  addBadLine(bad: BadLine): void {
    this.badLines += 1;
    this.onBadLine(bad);
  }
}
