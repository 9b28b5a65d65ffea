// SPDX-License-Identifier: Apache-2.0
import { InputError } from './input_error';

/** Some whole lines of an input. Valid only until the next block is asked for. */
export interface LineBlock {
  readonly bytes: Buffer;
  /** Where each line ends (the newline, or the end of the input); line i begins behind the end of i-1. */
  readonly ends: readonly number[];
  /** The number of the first line, from 1. */
  readonly firstLine: number;
}

const NEWLINE = 0x0a;

/** A longer line is no event but a file without newlines. */
export const MAX_LINE = 64 * 1024 * 1024;

export const lineStart = ({ ends }: LineBlock, index: number): number =>
  index === 0 ? 0 : (ends[index - 1] ?? 0) + 1;

/** Cuts chunks of bytes into blocks of whole lines. Throws an `InputError` for a line beyond `MAX_LINE`. */
export async function* lineBlocks(
  name: string,
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<LineBlock> {
  let rest: Buffer = Buffer.alloc(0);
  let firstLine = 1;
  for await (const chunk of chunks) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const ends = newlines(bytes, rest.length);
    const last = ends.at(-1) ?? -1;
    if (ends.length > 0) {
      yield { bytes, ends, firstLine };
    }
    firstLine += ends.length;
    rest = Buffer.from(bytes.subarray(last + 1));
    if (rest.length > MAX_LINE) {
      throw new InputError(
        name,
        `Line ${firstLine} is longer than ${MAX_LINE} bytes`,
        'Write one event per line',
      );
    }
  }
  if (rest.length > 0) {
    yield { bytes: rest, ends: [rest.length], firstLine };
  }
}

/** `from` skips bytes that are known to hold none. */
const newlines = (bytes: Buffer, from: number): number[] => {
  const ends: number[] = [];
  for (let at = bytes.indexOf(NEWLINE, from); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) {
    ends.push(at);
  }
  return ends;
};
