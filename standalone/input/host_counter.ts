// SPDX-License-Identifier: Apache-2.0
import type { Span } from './line_blocks';
import { HOST_ID, hostIdAt, quickHostId } from './quick_values';

const LETTER_H = 0x68;
/** Lines of a few kinds alternate, and each kind has its `host.id` at about one place. */
const MAX_PLACES = 8;

/**
 * Collects the hosts that lines come from. Neighbouring lines are mostly of one host and one kind, so what
 * was found before is looked for first, where it was found.
 */
export class HostCounter {
  /** The bytes of the last host's `"host":{"id":"..."`. */
  private last: Buffer = HOST_ID;
  /** Where it stood in lines before, from their beginnings; the newest first. */
  private places: number[] = [];

  /** `hostOf` reads a line that is not written as shippers write it. */
  constructor(
    private readonly hosts: Set<string>,
    private readonly hostOf: (line: Buffer) => string | undefined,
  ) {}

  /** Counts the host of the line that stands from `start` to `end`. */
  add(bytes: Buffer, start: number, end: number): void {
    const place = this.places.find((offset) => isAt(bytes, start + offset, end, HOST_ID));
    if (place !== undefined && isAt(bytes, start + place, end, this.last)) {
      return;
    }
    const id =
      place === undefined ? quickHostId(bytes, start, end) : hostIdAt(bytes, start + place);
    if (id) {
      this.hosts.add(bytes.toString('utf8', ...id));
      this.remember(bytes, start, id);
      return;
    }
    const host = this.hostOf(bytes.subarray(start, end));
    if (host !== undefined) {
      this.hosts.add(host);
    }
  }

  private remember(bytes: Buffer, start: number, [from, to]: Span): void {
    const begin = from - HOST_ID.length;
    this.last = Buffer.from(bytes.subarray(begin, to + 1));
    const places = [begin - start, ...this.places.filter((place) => place !== begin - start)];
    this.places = places.slice(0, MAX_PLACES);
  }
}

const isAt = (bytes: Buffer, at: number, end: number, text: Buffer): boolean =>
  bytes[at + 1] === LETTER_H &&
  at + text.length <= end &&
  bytes.compare(text, 0, text.length, at, at + text.length) === 0;
