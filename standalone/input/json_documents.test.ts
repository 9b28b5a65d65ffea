// SPDX-License-Identifier: Apache-2.0
import { readJson } from './json_documents';
import { lineBlocks, type LineBlock } from './line_blocks';
import { inPieces, inputErrorOf } from './source_test_helpers';

const RESPONSE = {
  hits: {
    hits: [
      { _id: 'ä1', _source: { n: 1 } },
      { _id: 'b2', _source: {} },
    ],
  },
};

const read = (text: string, size = 1 << 20) =>
  readJson('answer.json', lineBlocks('answer.json', inPieces(text, size)));

describe('readJson', () => {
  it.each([
    ['on one line', JSON.stringify(RESPONSE)],
    ['on many lines', JSON.stringify(RESPONSE, null, 2)],
    ['with carriage returns', JSON.stringify(RESPONSE, null, 2).replaceAll('\n', '\r\n')],
    ['with blank lines around', `\n\n${JSON.stringify(RESPONSE)}\n\n`],
    ['behind a byte order mark', `\ufeff${JSON.stringify(RESPONSE)}`],
  ])('reads a response %s, wherever chunks end', async (_, text) => {
    for (const size of [1, 7, 1 << 20]) {
      expect(await read(text, size)).toEqual([
        { _id: 'ä1', _source: { n: 1 } },
        { _id: 'b2', _source: {} },
      ]);
    }
  });

  it('keeps whole numbers exactly', async () => {
    const [document] = await read('[{"n":9007199254740993}]');
    expect(document?._source).toEqual({ n: 9007199254740993n });
  });

  it.each([
    ['is cut off', '{"hits":{"hits":[', /begins like JSON but can not be parsed/, /NDJSON/],
    ['is several texts', '{\n"a":1\n}\n{\n"a":2\n}', /can not be parsed/, /one event per line/],
    ['holds no hits', '{"took":1,\n"x":2}', /neither a search response/, /Save the whole response/],
    ['is one event', '{\n"@timestamp":"2026-03-01"\n}', /neither a search response/, /per line/],
  ])('says what is wrong with JSON that %s', async (_, text, reason, remedy) => {
    expect(await inputErrorOf(read(text))).toMatchObject({
      input: 'answer.json',
      reason: expect.stringMatching(reason),
      remedy: expect.stringMatching(remedy),
    });
  });

  it('refuses what does not fit into memory, and says how to make lines of it', async () => {
    const bytes = Buffer.alloc(1 << 26);
    const block: LineBlock = { bytes, ends: [bytes.length - 1], firstLine: 1, before: Buffer.of() };
    const endless = async function* (): AsyncGenerator<LineBlock> {
      for (;;) {
        yield block;
      }
    };
    expect(await inputErrorOf(readJson('answer.json', endless()))).toMatchObject({
      reason: 'It is one JSON text of more than 268435456 bytes',
      remedy: expect.stringContaining('jq'),
    });
  });
});
