// SPDX-License-Identifier: Apache-2.0

/** A path or a process on a host; the keys of processes and hosts are those of lineage. */
export interface HostKey {
  readonly host: string;
  readonly key: string;
}

/** Things to be asked about, each once. */
export class Unasked {
  private readonly known = new Set<string>();
  private waiting: HostKey[] = [];

  get size(): number {
    return this.waiting.length;
  }

  add(host: string, key: string): void {
    const text = hostKeyText(host, key);
    if (!this.known.has(text)) {
      this.known.add(text);
      this.waiting.push({ host, key });
    }
  }

  /** All that wait, which count as asked by then, in groups of at most `size`. */
  take(size: number): HostKey[][] {
    const all = this.waiting;
    this.waiting = [];
    return Array.from({ length: Math.ceil(all.length / size) }, (_, i) =>
      all.slice(i * size, (i + 1) * size),
    );
  }
}

/** For sets; no host has a line break in its name. */
export const hostKeyText = (host: string, key: string): string => `${host}\n${key}`;
