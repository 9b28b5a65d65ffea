// SPDX-License-Identifier: Apache-2.0
import type { LineBlock } from './line_blocks';

/** More than this is not kept, but read after all. */
const MAX_BYTES = 48 * 1024 * 1024;

/** Blocks differ by about a line in size; memory in such steps mostly fits the next as well. */
const GRAIN = 64 * 1024;

interface Deferred<T> {
  readonly item: T;
  /** Where the bytes of the block were copied to. */
  readonly store: Buffer;
  readonly time: number;
}

/**
 * Blocks that hold nothing which begins a sequence, put aside while none waits. They matter only if an
 * event that begins one still comes late, so they are forgotten once that would be more than `slack`
 * milliseconds late. What a block holds may itself be as late as that, hence twice the slack. Blocks that
 * are given back are valid until the next one is put aside.
 */
export class DeferredBlocks<T extends { readonly block: LineBlock }> {
  private held: Deferred<T>[] = [];
  /** Memory of blocks that are gone, for those to come. */
  private free: Buffer[] = [];
  private newest = -Infinity;

  constructor(private readonly slack: number) {}

  /** Before this time (milliseconds) no event that comes from now on is in time. */
  get horizon(): number {
    return this.newest - this.slack;
  }

  /**
   * Puts a block aside, whose time is that of its latest event (milliseconds; undefined when it is not
   * known); returns those to be read after all.
   */
  add(item: T, time: number | undefined): T[] {
    if (time === undefined) {
      return [...this.takeAll(), item];
    }
    this.newest = Math.max(this.newest, time);
    this.held.push(this.copied(item, time));
    const isOver = (deferred: Deferred<T>): boolean => deferred.time < this.newest - 2 * this.slack;
    this.free.push(...this.held.filter(isOver).map(({ store }) => store));
    this.held = this.held.filter((deferred) => !isOver(deferred));
    const bytes = this.held.reduce((sum, { store }) => sum + store.length, 0);
    return bytes > MAX_BYTES ? this.takeAll() : [];
  }

  takeAll(): T[] {
    const all = this.held;
    this.free.push(...all.map(({ store }) => store));
    this.held = [];
    return all.map(({ item }) => item);
  }

  private copied(item: T, time: number): Deferred<T> {
    const { bytes } = item.block;
    const store = this.storeFor(bytes.length);
    bytes.copy(store);
    const block = { ...item.block, bytes: store.subarray(0, bytes.length) };
    return { item: { ...item, block }, store, time };
  }

  private storeFor(size: number): Buffer {
    const fitting = this.free.findIndex((store) => store.length >= size);
    // What fits no block is given up, so that it is not kept for ever.
    const [store] = this.free.splice(Math.max(0, fitting), 1);
    return store && store.length >= size
      ? store
      : Buffer.allocUnsafeSlow(Math.ceil(size / GRAIN) * GRAIN);
  }
}
