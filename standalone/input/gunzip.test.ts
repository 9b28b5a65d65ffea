// SPDX-License-Identifier: Apache-2.0
import { gzipSync } from 'node:zlib';
import { gunzip } from './gunzip';
import { collect, inPieces } from './source_test_helpers';

const MEBIBYTE = 1 << 20;

describe('gunzip', () => {
  it.each([1, 7, 4096, MEBIBYTE])('unzips what comes in pieces of %d bytes', async (size) => {
    const text = Array.from({ length: 3000 }, (_, i) => `line ${i}\n`).join('');
    const parts = await collect(gunzip(inPieces(gzipSync(text), size)));
    expect(Buffer.concat(parts).toString()).toBe(text);
  });

  it('does not unzip far ahead of its reader', async () => {
    const size = 64 * MEBIBYTE;
    const zipped = gzipSync(Buffer.alloc(size));
    let asked = 0;
    const counted = async function* (): AsyncGenerator<Buffer> {
      for await (const piece of inPieces(zipped, 256)) {
        asked += piece.length;
        yield piece;
      }
    };
    let taken = 0;
    for await (const part of gunzip(counted())) {
      taken += part.length;
      await manyTurns();
      expect((asked / zipped.length) * size - taken).toBeLessThan(8 * MEBIBYTE);
    }
    expect(taken).toBe(size);
  });

  it('passes on why there are no more chunks', async () => {
    const broken = async function* (): AsyncGenerator<Buffer> {
      yield gzipSync('text').subarray(0, 5);
      throw new RangeError('unplugged');
    };
    await expect(collect(gunzip(broken()))).rejects.toThrow(new RangeError('unplugged'));
  });

  it('lets go of the chunks when the reader has enough', async () => {
    const zipped = gzipSync(Buffer.alloc(64 * MEBIBYTE));
    let close: () => void;
    const closed = new Promise<void>((resolve) => (close = resolve));
    const chunks = async function* (): AsyncGenerator<Buffer> {
      try {
        yield* inPieces(zipped, 256);
      } finally {
        close();
      }
    };
    const unzipped = gunzip(chunks());
    await unzipped.next();
    await unzipped.return(undefined);
    await expect(closed).resolves.toBeUndefined();
  });
});

/** Lets everything else go on as far as it can. */
const manyTurns = async (): Promise<void> => {
  for (let turn = 0; turn < 100; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
  }
};
