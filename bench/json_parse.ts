// SPDX-License-Identifier: Apache-2.0
import { fileSource } from '../standalone/input/byte_source';
import { lineBlocks, lineStart } from '../standalone/input/line_blocks';

export interface ParseTimes {
  /** The calls of JSON.parse alone, on strings that are in memory already; milliseconds. */
  readonly calls: number;
  /** With reading the file, finding its lines and decoding them; milliseconds. */
  readonly whole: number;
}

/**
 * Parses every line of a file with plain JSON.parse and does nothing else. The strings of one block are
 * made before the clock of the calls starts; all strings at once would not fit every heap, and fresh ones
 * are still in the caches of the processor, which makes the peer faster.
 */
export const parseEveryLine = async (path: string): Promise<ParseTimes> => {
  const begin = performance.now();
  const source = await fileSource(path);
  let calls = 0;
  for await (const block of lineBlocks(source.name, source.chunks())) {
    const lines = block.ends.map((end, i) =>
      block.bytes.toString('utf8', lineStart(block, i), end),
    );
    const beginCalls = performance.now();
    parseAll(lines);
    calls += performance.now() - beginCalls;
  }
  return { calls, whole: performance.now() - begin };
};

const parseAll = (lines: readonly string[]): void => {
  for (const line of lines) {
    JSON.parse(line);
  }
};
