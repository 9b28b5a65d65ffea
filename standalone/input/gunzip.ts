// SPDX-License-Identifier: Apache-2.0
import { createGunzip, type Gunzip } from 'node:zlib';

/** What the damaged piece itself would have given is lost, so pieces are small. */
const PIECE = 4 * 1024;
/** Enough to give away at once, while there is more to unzip. */
const ENOUGH = 1 << 20;
/** The most that is unzipped before anybody asks for it. */
const AHEAD = 4 * ENOUGH;

/**
 * Unzips gzip data. Where it is damaged, everything up to there comes out before zlib's error is thrown.
 */
export async function* gunzip(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const unzip = createGunzip({ chunkSize: ENOUGH });
  const unzipped = new Unzipped();
  unzip.on('data', (part: Buffer) => {
    unzipped.add(part);
  });
  unzip.on('end', () => {
    unzipped.close();
  });
  unzip.on('error', (error) => {
    unzipped.close(error);
  });
  void feed(chunks, unzip, unzipped);
  try {
    yield* unzipped.take();
  } finally {
    unzipped.close();
    unzip.destroy();
  }
}

/** Unzips while the reader is at work, but not too far ahead. */
const feed = async (
  chunks: AsyncIterable<Buffer>,
  unzip: Gunzip,
  unzipped: Unzipped,
): Promise<void> => {
  try {
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length && !unzipped.isClosed; at += PIECE) {
        let done = false;
        unzip.write(chunk.subarray(at, at + PIECE), () => {
          done = true;
          unzipped.changed();
        });
        await unzipped.until(() => done && unzipped.size <= AHEAD);
      }
      if (unzipped.isClosed) {
        return;
      }
      unzipped.flush();
    }
    unzip.end();
  } catch (error) {
    unzipped.close(error);
  }
};

/** What has been unzipped and not been taken yet. */
class Unzipped {
  size = 0;
  isClosed = false;
  private parts: Buffer[] = [];
  private flushed = false;
  private error: unknown;
  private waiting: (() => void)[] = [];

  add(part: Buffer): void {
    this.parts.push(part);
    this.size += part.length;
    this.changed();
  }

  /** There may be no more for a while, so that what there is should be given away. */
  flush(): void {
    this.flushed = true;
    this.changed();
  }

  /** There is no more; `error` says why where that is a failure. */
  close(error?: unknown): void {
    this.error ??= error;
    this.isClosed = true;
    this.changed();
  }

  changed(): void {
    const waiting = this.waiting;
    this.waiting = [];
    waiting.forEach((wake) => wake());
  }

  /** Waits until something is so, or there is no more. */
  async until(isSo: () => boolean): Promise<void> {
    while (!this.isClosed && !isSo()) {
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  async *take(): AsyncGenerator<Buffer> {
    for (;;) {
      await this.until(() => this.size >= ENOUGH || (this.flushed && this.size > 0));
      if (this.size === 0) {
        break;
      }
      const all = Buffer.concat(this.parts);
      this.parts = [];
      this.size = 0;
      this.flushed = false;
      this.changed();
      yield all;
    }
    if (this.error !== undefined) {
      throw this.error as Error;
    }
  }
}
