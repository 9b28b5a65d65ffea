// SPDX-License-Identifier: Apache-2.0
import { createWriteStream, renameSync } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Under another name until it is whole, so that what stopped half-way is never taken for the file. */
export const writeWhole = async (
  file: string,
  write: (out: Writable) => Promise<void>,
): Promise<void> => {
  const unfinished = `${file}.${process.pid}`;
  await write(createWriteStream(unfinished));
  renameSync(unfinished, file);
};

export const writeLines = (file: string, lines: Iterable<string>): Promise<void> =>
  writeWhole(file, (out) => pipeline(Readable.from(chunksOf(lines)), out));

const LINES_PER_CHUNK = 200;

function* chunksOf(lines: Iterable<string>): Generator<string> {
  let chunk: string[] = [];
  for (const line of lines) {
    chunk.push(line, '\n');
    if (chunk.length >= 2 * LINES_PER_CHUNK) {
      yield chunk.join('');
      chunk = [];
    }
  }
  yield chunk.join('');
}
