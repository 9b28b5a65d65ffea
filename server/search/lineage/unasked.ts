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

  /** All that wait, which count as asked by then, in groups that weigh at most `most` if they can. */
  take(most: number, weigh: (thing: HostKey) => number = () => 1): HostKey[][] {
    const all = this.waiting;
    this.waiting = [];
    const groups: HostKey[][] = [];
    let weight = Infinity;
    for (const thing of all) {
      weight += weigh(thing);
      if (weight > most) {
        groups.push([]);
        weight = weigh(thing);
      }
      groups.at(-1)?.push(thing);
    }
    return groups;
  }
}

/** For sets; no host has a line break in its name. */
export const hostKeyText = (host: string, key: string): string => `${host}\n${key}`;
