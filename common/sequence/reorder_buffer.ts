// SPDX-License-Identifier: Apache-2.0

/** Everything that happened in one millisecond, as it came in. */
export interface Moment<T> {
  readonly timestamp: number;
  readonly items: readonly T[];
}

interface OpenMoment<T> {
  readonly timestamp: number;
  readonly items: T[];
}

/** The places of moments that are gone are freed once there are this many. */
const COMPACT_AFTER = 1024;

/**
 * Puts events into order of time that come late by up to `slack` milliseconds, or less where more than
 * `maxHeld` events would have to be held for that.
 */
export class ReorderBuffer<T> {
  /** In order; those before `start` are gone. */
  private held: OpenMoment<T>[] = [];
  private start = 0;
  private newest = -Infinity;
  private released = -Infinity;
  private lateCount = 0;
  private count = 0;

  constructor(
    private readonly slack: number,
    private readonly maxHeld: number,
  ) {}

  /** Events that came after later ones had been let go. */
  get late(): number {
    return this.lateCount;
  }

  /**
   * Takes one event; returns the moments that are complete by now, oldest first, or "late" when the event
   * came too late to be put in its place. `timestamp` in milliseconds.
   */
  push(timestamp: number, item: T): readonly Moment<T>[] | 'late' {
    if (timestamp <= this.released) {
      this.lateCount += 1;
      return 'late';
    }
    this.momentAt(timestamp).items.push(item);
    this.count += 1;
    this.newest = Math.max(this.newest, timestamp);
    return this.release(this.newest - this.slack);
  }

  /** Takes out everything. */
  flush(): readonly Moment<T>[] {
    return this.release(Infinity);
  }

  private momentAt(timestamp: number): OpenMoment<T> {
    let at = this.held.length;
    for (let before = this.held[at - 1]; at > this.start && before; before = this.held[at - 1]) {
      if (before.timestamp === timestamp) {
        return before;
      }
      if (before.timestamp < timestamp) {
        break;
      }
      at -= 1;
    }
    const moment = { timestamp, items: [] };
    this.held.splice(at, 0, moment);
    return moment;
  }

  private release(until: number): readonly Moment<T>[] {
    let end = this.start;
    for (
      let next = this.held[end];
      next && (next.timestamp < until || this.count > this.maxHeld);
      next = this.held[end]
    ) {
      this.released = next.timestamp;
      this.count -= next.items.length;
      end += 1;
    }
    const out = this.held.slice(this.start, end);
    this.start = end;
    if (this.start >= COMPACT_AFTER) {
      this.held = this.held.slice(this.start);
      this.start = 0;
    }
    return out;
  }
}
