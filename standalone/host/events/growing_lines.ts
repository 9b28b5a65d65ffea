// SPDX-License-Identifier: Apache-2.0
import { StringDecoder } from 'node:string_decoder';

/** A longer line is no event. */
const LONGEST_LINE = 64 * 1024 * 1024;

/** Cuts text that comes in pieces into whole lines; what is not ended yet waits for its rest. */
export class GrowingLines {
  private decoder = new StringDecoder('utf8');
  private rest = '';

  /** The lines that this piece ends, blank ones left out. */
  push(bytes: Buffer): string[] {
    const lines = (this.rest + this.decoder.write(bytes)).split('\n');
    this.rest = lines.pop() ?? '';
    if (this.rest.length > LONGEST_LINE) {
      this.rest = '';
    }
    return lines.map((line) => line.trim()).filter((line) => line !== '');
  }

  /** Forgets the unfinished line: the file has begun anew. */
  reset(): void {
    this.decoder = new StringDecoder('utf8');
    this.rest = '';
  }
}
