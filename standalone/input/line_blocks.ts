// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { InputError } from './input_error';

/** Some whole lines of an input. Its bytes are valid only until the next block is asked for. */
export interface LineBlock {
  readonly bytes: Buffer;
  /** Where each line ends (the newline, or the end of the input); line i begins behind the end of i-1. */
  readonly ends: readonly number[];
  /** The number of the first line, from 1. */
  readonly firstLine: number;
  /** The line before the first one; empty where there is none. */
  readonly before: Buffer;
}

const NEWLINE = 0x0a;
/** What some programs write at the beginning of UTF-8 text. */
const BYTE_ORDER_MARK = Buffer.from('\ufeff');

/** A longer line is no event but a file without newlines. */
export const MAX_LINE = 64 * 1024 * 1024;

/** Where something stands in some bytes: from the first byte to behind the last. */
export type Span = readonly [from: number, to: number];

export const lineStart = ({ ends }: Pick<LineBlock, 'ends'>, index: number): number =>
  index === 0 ? 0 : (ends[index - 1] ?? 0) + 1;

/** Where a line begins and ends, blanks left out. */
export const trimmedLine = (block: LineBlock, index: number): Span => {
  const { bytes } = block;
  let start = lineStart(block, index);
  let end = block.ends[index] ?? 0;
  while (end > start && isBlank(bytes[end - 1])) {
    end -= 1;
  }
  while (start < end && isBlank(bytes[start])) {
    start += 1;
  }
  return [start, end];
};

const isBlank = (byte: number | undefined): boolean =>
  byte === 0x20 || byte === 0x0d || byte === 0x09 || byte === NEWLINE;

/** The text of the line before another, which may stand in the block before. */
export const lineBefore = (block: LineBlock, index: number): string =>
  index === 0
    ? block.before.toString('utf8')
    : block.bytes.toString('utf8', lineStart(block, index - 1), block.ends[index - 1]);

/** Cuts chunks of bytes into blocks of whole lines. Throws an `InputError` for a line beyond `MAX_LINE`. */
export async function* lineBlocks(
  name: string,
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<LineBlock> {
  const store = new ReusedBuffer();
  let rest: Buffer = Buffer.alloc(0);
  let before: Buffer = Buffer.alloc(0);
  let firstLine = 1;
  for await (const chunk of chunks) {
    const all = store.join(rest, chunk);
    const bytes = firstLine === 1 ? withoutMark(all) : all;
    const ends = newlines(bytes, bytes === all ? rest.length : 0);
    if (ends.length > 0) {
      yield { bytes, ends, firstLine, before };
      before = Buffer.from(bytes.subarray(lineStart({ ends }, ends.length - 1), ends.at(-1)));
    }
    firstLine += ends.length;
    rest = bytes.subarray((ends.at(-1) ?? -1) + 1);
    if (rest.length > MAX_LINE) {
      throw new InputError(
        name,
        i18n.translate('recentlyCompiled.host.input.longLine', {
          defaultMessage: 'Line {line} is longer than {most} bytes',
          values: { line: String(firstLine), most: MAX_LINE },
        }),
        i18n.translate('recentlyCompiled.host.input.longLineRemedy', {
          defaultMessage: 'Write one event per line',
        }),
      );
    }
  }
  if (rest.length > 0) {
    yield { bytes: rest, ends: [rest.length], firstLine, before };
  }
}

/** One buffer for block after block: fresh ones would fill the memory until they are collected. */
class ReusedBuffer {
  private buffer: Buffer = Buffer.alloc(0);

  /** `rest` may lie in the buffer itself. */
  join(rest: Buffer, chunk: Buffer): Buffer {
    const size = rest.length + chunk.length;
    const target = size > this.buffer.length ? Buffer.allocUnsafeSlow(2 * size) : this.buffer;
    rest.copy(target, 0);
    chunk.copy(target, rest.length);
    this.buffer = target;
    return target.subarray(0, size);
  }
}

const withoutMark = (bytes: Buffer): Buffer =>
  bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)
    ? bytes.subarray(BYTE_ORDER_MARK.length)
    : bytes;

/** `from` skips bytes that are known to hold none. */
const newlines = (bytes: Buffer, from: number): number[] => {
  const ends: number[] = [];
  for (let at = bytes.indexOf(NEWLINE, from); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) {
    ends.push(at);
  }
  return ends;
};
