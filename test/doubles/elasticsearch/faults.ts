// SPDX-License-Identifier: Apache-2.0

/**
 * - `status429`, `status503`: refused before anything is done
 * - `timeout`: never answered; the client gives up
 * - `reset`: the connection is cut before anything is done
 * - `afterWrite`: everything is done, then the connection is cut
 * - `halfBulk`: the first half of the items is written, then the connection is cut
 * - `bulkItemErrors`: every item is refused with 429
 * - `partialShards`: answered from a part of the shards
 */
export type FaultKind =
  | 'afterWrite'
  | 'bulkItemErrors'
  | 'halfBulk'
  | 'partialShards'
  | 'reset'
  | 'status429'
  | 'status503'
  | 'timeout';

export interface Fault {
  /** As the request log names it; `*` for any. */
  readonly endpoint: string;
  readonly kind: FaultKind;
  /** How many requests it befalls; 1 unless told. */
  readonly times?: number;
  /** How many requests pass before it; 0 unless told. */
  readonly after?: number;
}

/** The faults that wait for their requests; the first that fits is used. */
export class Faults {
  private waiting: { readonly fault: Fault; left: number; skip: number }[] = [];

  add(fault: Fault): void {
    this.waiting.push({ fault, left: fault.times ?? 1, skip: fault.after ?? 0 });
  }

  clear(): void {
    this.waiting = [];
  }

  /** How many requests are still to be befallen. */
  get pending(): number {
    return this.waiting.reduce((sum, { left }) => sum + left, 0);
  }

  take(endpoint: string): FaultKind | undefined {
    for (const entry of this.waiting) {
      const fits = entry.fault.endpoint === '*' || entry.fault.endpoint === endpoint;
      if (fits && entry.skip > 0) {
        entry.skip -= 1;
      } else if (fits && entry.left > 0) {
        entry.left -= 1;
        this.waiting = this.waiting.filter(({ left }) => left > 0);
        return entry.fault.kind;
      }
    }
    return undefined;
  }
}
