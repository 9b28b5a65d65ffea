// SPDX-License-Identifier: Apache-2.0
import { open, stat } from 'node:fs/promises';
import type { ByteSource } from '../../standalone/input/byte_source';

/** Every line begins with its time, `{"@timestamp":"2026-11-24T`..., so its date stands at fixed places. */
const DATE_FROM = '{"@timestamp":"'.length;
const DATE_LENGTH = '2026-11-24'.length;
const DAY = 86_400_000;
const NEWLINE = 0x0a;
/** As much as a scan of a file reads at once. */
const CHUNK = 1 << 20;

/**
 * A file, not gzipped, as a stream of many times its length, which is never written anywhere. Each
 * repetition is a day later than the one before, so that time goes on; the events of the file must be of
 * one day. All of it goes through one buffer: fresh memory for every repetition would be taken for growth.
 */
export const repeatedSource = async (path: string, times: number): Promise<ByteSource> => {
  const { size } = await stat(path);
  let bytesRead = 0;
  const count = (bytes: number): void => {
    bytesRead += bytes;
  };
  return {
    name: path,
    size: size * times,
    bytesRead: () => bytesRead,
    repeatable: true,
    chunks: () => repeat(path, times, count),
  };
};

async function* repeat(
  path: string,
  times: number,
  count: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  const file = await open(path);
  const buffer = Buffer.allocUnsafe(CHUNK);
  let day = NaN;
  try {
    for (let repetition = 0; repetition < times; repetition += 1) {
      /** Where the current line begins in the chunk; negative when in one before. */
      let lineBegin = 0;
      for (let at = 0; ;) {
        const { bytesRead } = await file.read(buffer, 0, CHUNK, at);
        if (bytesRead === 0) {
          break;
        }
        const chunk = buffer.subarray(0, bytesRead);
        if (Number.isNaN(day)) {
          day = Date.parse(chunk.toString('latin1', DATE_FROM, DATE_FROM + DATE_LENGTH));
        }
        if (repetition > 0) {
          lineBegin = setDates(chunk, lineBegin, dateText(day + repetition * DAY));
        }
        at += bytesRead;
        count(bytesRead);
        yield chunk;
      }
    }
  } finally {
    await file.close();
  }
}

const dateText = (time: number): Buffer =>
  Buffer.from(new Date(time).toISOString().slice(0, DATE_LENGTH), 'latin1');

/** Writes a date into every line; returns where the last, unfinished line begins, seen from the next chunk. */
const setDates = (chunk: Buffer, firstLine: number, date: Buffer): number => {
  let line = firstLine;
  for (;;) {
    // A date may lie across two chunks: each of them gets its part of it.
    for (let i = 0; i < DATE_LENGTH; i += 1) {
      const at = line + DATE_FROM + i;
      if (at >= 0 && at < chunk.length) {
        chunk[at] = date[i] ?? 0;
      }
    }
    const end = chunk.indexOf(NEWLINE, Math.max(line, 0));
    if (end < 0) {
      return line - chunk.length;
    }
    line = end + 1;
  }
};
