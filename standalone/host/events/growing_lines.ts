// SPDX-License-Identifier: Apache-2.0
import { StringDecoder } from 'node:string_decoder';

/** In characters; a longer line is no event. */
const LONGEST_LINE = 64 * 1024 * 1024;

const NEWLINE = 0x0a;

export interface GrowingLinesOptions {
  /** Called with the place where a line begins that is too long and is left out; in bytes. */
  readonly onTooLong: (start: number) => void;
  readonly longest?: number;
}

/** Cuts text that comes in pieces into whole lines; what is not ended yet waits for its rest. */
export class GrowingLines {
  private decoder = new StringDecoder('utf8');
  private rest = '';
  /** Where the unfinished line begins, and how much has come; in bytes. */
  private start = 0;
  private come = 0;
  /** The unfinished line is too long, so the rest of it is not kept. */
  private isLeftOut = false;

  constructor(private readonly options: GrowingLinesOptions) {}

  /** The lines that this piece ends, blank ones left out. */
  push(bytes: Buffer): string[] {
    const lines = (this.rest + this.decoder.write(bytes)).split('\n');
    this.rest = lines.pop() ?? '';
    if (lines.length > 0) {
      if (this.isLeftOut) {
        lines.shift();
        this.isLeftOut = false;
      }
      this.start = this.come + bytes.lastIndexOf(NEWLINE) + 1;
    }
    this.come += bytes.length;
    if (this.isLeftOut) {
      this.rest = '';
    } else if (this.rest.length > (this.options.longest ?? LONGEST_LINE)) {
      this.rest = '';
      this.isLeftOut = true;
      this.options.onTooLong(this.start);
    }
    return lines.map((line) => line.trim()).filter((line) => line !== '');
  }

  /** Forgets the unfinished line: the file has begun anew. */
  reset(): void {
    this.decoder = new StringDecoder('utf8');
    this.rest = '';
    this.start = 0;
    this.come = 0;
    this.isLeftOut = false;
  }
}
