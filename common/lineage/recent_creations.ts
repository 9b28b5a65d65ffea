// SPDX-License-Identifier: Apache-2.0
import type { LineageEvent } from './lineage_event';

/**
 * The last files that were created on a host by nobody who was known to copy. What a process was for may
 * become known only behind them: a shell opens `copy` before it becomes `cat program`.
 */
export class RecentCreations {
  private events: LineageEvent[] = [];

  constructor(private readonly most: number) {}

  get size(): number {
    return this.events.length;
  }

  add(event: LineageEvent): void {
    this.events.push(event);
    if (this.events.length > this.most) {
      this.events.shift();
    }
  }

  /** Those of one process, which are not kept any longer. */
  take(process: string): LineageEvent[] {
    const own = this.events.filter((event) => event.process === process);
    if (own.length > 0) {
      this.events = this.events.filter((event) => event.process !== process);
    }
    return own;
  }

  expire(before: number): void {
    this.events = this.events.filter(({ time }) => time >= before);
  }
}
