// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { lineBefore, lineBlocks, lineStart, MAX_LINE, type LineBlock } from './line_blocks';
import { collect, inPieces, inputErrorOf } from './source_test_helpers';

const MARK = '\ufeff';

interface Line {
  readonly text: string;
  readonly number: number;
  readonly before: string;
}

const linesOf = (block: LineBlock): Line[] =>
  block.ends.map((end, i) => ({
    text: block.bytes.toString('utf8', lineStart(block, i), end),
    number: block.firstLine + i,
    before: lineBefore(block, i),
  }));

const read = async (text: string, size: number): Promise<Line[]> => {
  const lines: Line[] = [];
  for await (const block of lineBlocks('input', inPieces(text, size))) {
    lines.push(...linesOf(block));
  }
  return lines;
};

/** By hand: what stands between newlines, and no line behind the last newline. */
const expectedLines = (text: string): Line[] => {
  const texts = text.split('\n');
  const all = texts.at(-1) === '' ? texts.slice(0, -1) : texts;
  return all.map((line, i) => ({ text: line, number: i + 1, before: all[i - 1] ?? '' }));
};

describe('lineBlocks', () => {
  it.each<[string, string, string[]]>([
    ['nothing', '', []],
    ['a line', 'a\n', ['a']],
    ['a line without its newline', 'a', ['a']],
    ['lines', 'a\nbc\n', ['a', 'bc']],
    ['blank lines', '\n\na\n\n', ['', '', 'a', '']],
    ['carriage returns, which are left where they are', 'a\r\nb\r\n', ['a\r', 'b\r']],
    ['characters of several bytes', 'ä€😀\n', ['ä€😀']],
    ['a byte order mark, which is dropped', `${MARK}a\nb`, ['a', 'b']],
    ['a byte order mark alone', MARK, []],
    ['a byte order mark before a blank line', `${MARK}\na`, ['', 'a']],
    ['a byte order mark elsewhere, which is kept', `a\n${MARK}b\n`, ['a', `${MARK}b`]],
  ])('cuts %s', async (_, text, expected) => {
    for (const size of [1, 2, 3, 5, 100]) {
      expect((await read(text, size)).map((line) => line.text)).toEqual(expected);
    }
  });

  it('cuts any text into numbered lines, wherever chunks end', async () => {
    const text = fc
      .array(fc.oneof(fc.constant('\n'), fc.constantFrom('a', '\r', 'é', '😀'), fc.hexaString()))
      .map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 40 }), async (lines, size) => {
        expect(await read(lines, size)).toEqual(expectedLines(lines));
      }),
    );
  });

  it('keeps the line before a block, whose own bytes are gone by then', async () => {
    const blocks = lineBlocks('input', inPieces('a\nb\nc\n', 2));
    await blocks.next();
    const second = (await blocks.next()).value as LineBlock;
    expect(linesOf(second)).toEqual([{ text: 'b', number: 2, before: 'a' }]);
  });

  it('takes a line of 64 MiB', async () => {
    const blocks = await collect(lineBlocks('input', inPieces(Buffer.alloc(MAX_LINE), MAX_LINE)));
    expect(blocks.map(({ bytes }) => bytes.length)).toEqual([MAX_LINE]);
  });

  it('refuses a longer one, and says where it is', async () => {
    const text = Buffer.concat([Buffer.from('a\nb\n'), Buffer.alloc(MAX_LINE + 1, 'x')]);
    expect(
      await inputErrorOf(collect(lineBlocks('big.json', inPieces(text, text.length)))),
    ).toMatchObject({
      input: 'big.json',
      reason: `Line 3 is longer than ${MAX_LINE} bytes`,
      remedy: 'Write one event per line',
    });
  });
});
