// SPDX-License-Identifier: Apache-2.0
import { compareOrdinals, type Ordinal } from './ordinal';

/** Free the places of events that are gone once there are this many. */
const COMPACT_AFTER = 1024;

/**
 * Puts events into order that come late by up to `slack` milliseconds. With a slack of 0 it still orders
 * the events of one millisecond by their tiebreaker.
 */
export class ReorderBuffer<T extends { readonly ordinal: Ordinal }> {
  /** In order; those before `start` are gone. */
  private held: T[] = [];
  private start = 0;
  private newest = -Infinity;
  private released: Ordinal | undefined;
  /** Events that came after later ones had been let go. */
  late = 0;

  constructor(private readonly slack: number) {}

  get size(): number {
    return this.held.length - this.start;
  }

  /** Takes one event; returns those that are now in their final order, or "late" when it is too late. */
  push(item: T): readonly T[] | 'late' {
    if (this.released && compareOrdinals(item.ordinal, this.released) < 0) {
      this.late += 1;
      return 'late';
    }
    this.insert(item);
    this.newest = Math.max(this.newest, item.ordinal.timestamp);
    return this.release(this.newest - this.slack);
  }

  /** Takes out everything. */
  flush(): readonly T[] {
    return this.release(Infinity);
  }

  private insert(item: T): void {
    let at = this.held.length;
    for (let before = this.held[at - 1]; at > this.start && before; before = this.held[at - 1]) {
      if (compareOrdinals(before.ordinal, item.ordinal) <= 0) {
        break;
      }
      at -= 1;
    }
    this.held.splice(at, 0, item);
  }

  private release(until: number): readonly T[] {
    let end = this.start;
    for (let next = this.held[end]; next && next.ordinal.timestamp < until; next = this.held[end]) {
      end += 1;
    }
    const out = this.held.slice(this.start, end);
    this.released = out.at(-1)?.ordinal ?? this.released;
    this.start = end;
    if (this.start >= COMPACT_AFTER) {
      this.held = this.held.slice(this.start);
      this.start = 0;
    }
    return out;
  }
}
