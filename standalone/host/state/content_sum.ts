// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';

/**
 * How many records there are and a sum over them that does not depend on their order, so that it can be
 * kept up to date record by record. Tells a database from which something is missing from one that is whole.
 */
export class ContentSum {
  private readonly hashes = new Map<string, bigint>();
  private sum = 0n;

  /** Undefined removes the record. */
  set(key: string, text: string | undefined): void {
    this.sum ^= this.hashes.get(key) ?? 0n;
    if (text === undefined) {
      this.hashes.delete(key);
      return;
    }
    const hash = hashOf(key, text);
    this.hashes.set(key, hash);
    this.sum ^= hash;
  }

  toString(): string {
    return `${this.hashes.size}:${this.sum.toString(16)}`;
  }
}

const hashOf = (key: string, text: string): bigint =>
  createHash('sha256').update(key).update('\0').update(text).digest().readBigUInt64BE();
