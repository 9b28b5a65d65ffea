// SPDX-License-Identifier: Apache-2.0
import { lineStart, type LineBlock } from './line_blocks';
import { quickTimestamp } from './quick_values';

/** More than this is not kept, but read after all. */
const MAX_BYTES = 48 * 1024 * 1024;

interface Deferred<T> {
  readonly item: T;
  readonly size: number;
  /** The later of its first and last event, in milliseconds. */
  readonly time: number;
}

/**
 * Blocks that hold nothing which begins a sequence, put aside while none waits. They matter only if an
 * event that begins one still comes late, so they are forgotten once that would be more than `slack`
 * milliseconds late. What a block holds may itself be as late as that, hence twice the slack.
 */
export class DeferredBlocks<T extends { readonly block: LineBlock }> {
  private held: Deferred<T>[] = [];
  private newest = -Infinity;

  constructor(private readonly slack: number) {}

  /** Before this time (milliseconds) no event that comes from now on is in time. */
  get horizon(): number {
    return this.newest - this.slack;
  }

  /** Puts a block aside; returns those to be read after all. */
  add(item: T): T[] {
    const time = timeOf(item.block);
    if (time === undefined) {
      return [...this.takeAll(), item];
    }
    this.newest = Math.max(this.newest, time);
    this.held.push({ item, time, size: item.block.bytes.length });
    this.held = this.held.filter((deferred) => deferred.time >= this.newest - 2 * this.slack);
    const bytes = this.held.reduce((sum, { size }) => sum + size, 0);
    return bytes > MAX_BYTES ? this.takeAll() : [];
  }

  takeAll(): T[] {
    const all = this.held.map(({ item }) => item);
    this.held = [];
    return all;
  }
}

const timeOf = (block: LineBlock): number | undefined => {
  const times = [0, block.ends.length - 1].map((line) =>
    quickTimestamp(block.bytes, lineStart(block, line), block.ends[line] ?? 0),
  );
  const [first, last] = times;
  return first === undefined || last === undefined ? undefined : Math.max(first, last);
};
