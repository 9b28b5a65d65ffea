// SPDX-License-Identifier: Apache-2.0
import type { Ordinal } from './ordinal';

/**
 * Complete sequences that still wait for the end of their maxspan, because an event after them would
 * contradict them. `maxspan` in milliseconds; undefined when nothing ever waits.
 */
export class PendingSequences<S extends { readonly first: Ordinal }> {
  /** By the time at which each is certain. */
  private waiting: S[] = [];

  constructor(private readonly maxspan: number | undefined) {}

  get size(): number {
    return this.waiting.length;
  }

  add(sequence: S): void {
    this.waiting.push(sequence);
  }

  /** Takes out those whose maxspan ended before `timestamp`. */
  dueBefore(timestamp: number): S[] {
    const { maxspan } = this;
    if (maxspan === undefined || this.waiting.length === 0) {
      return [];
    }
    const isDue = ({ first }: S): boolean => first.timestamp + maxspan < timestamp;
    const due = this.waiting.filter(isDue);
    if (due.length > 0) {
      this.waiting = this.waiting.filter((sequence) => !isDue(sequence));
    }
    return due;
  }
}
