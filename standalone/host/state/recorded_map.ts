// SPDX-License-Identifier: Apache-2.0

/** A map that tells of its changes; undefined where an entry is gone. */
export class RecordedMap<T> extends Map<string, T> {
  private tell: ((key: string, value: T | undefined) => void) | undefined;

  constructor(
    entries: Iterable<readonly [string, T]>,
    tell: (key: string, value: T | undefined) => void,
  ) {
    // `Map` sets the entries before there is anything to tell.
    super(entries);
    this.tell = tell;
  }

  override set(key: string, value: T): this {
    super.set(key, value);
    this.tell?.(key, value);
    return this;
  }

  override delete(key: string): boolean {
    const existed = super.delete(key);
    if (existed) {
      this.tell?.(key, undefined);
    }
    return existed;
  }
}
