// SPDX-License-Identifier: Apache-2.0
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

/** What the damaged piece itself would have given is lost, so pieces are small. */
const PIECE = 4 * 1024;
/** Enough to give away at once, while there is more. */
const ENOUGH = 1 << 20;
/** The most that is unzipped before anybody asks for it. */
const AHEAD = 4 * ENOUGH;

/**
 * Unzips gzip data. Where it is damaged, everything up to there comes out before zlib's error is thrown.
 */
export async function* gunzip(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const unzipped = new Outlet();
  const unzip = createGunzip({ chunkSize: ENOUGH });
  unzip.on('data', (part: Buffer) => {
    unzipped.add(part);
  });
  unzip.once('end', () => {
    unzipped.close();
  });
  pipeline(piecesOf(chunks, unzipped), unzip).catch((error: unknown) => {
    unzipped.close(error);
  });
  try {
    yield* unzipped.take();
  } finally {
    unzipped.close();
    unzip.destroy();
  }
}

/** Copies, because a chunk is overwritten while zlib may still read it. */
async function* piecesOf(
  chunks: AsyncIterable<Buffer>,
  unzipped: Outlet,
): AsyncGenerator<Buffer, void> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += PIECE) {
      await unzipped.room();
      if (unzipped.isClosed) {
        return;
      }
      yield Buffer.from(chunk.subarray(at, at + PIECE));
    }
    unzipped.flush();
  }
}

/** What has been unzipped and not been taken yet. */
class Outlet {
  private parts: Buffer[] = [];
  private size = 0;
  private mayFlush = false;
  private closed = false;
  private error: unknown;
  private wake: () => void = () => undefined;

  get isClosed(): boolean {
    return this.closed;
  }

  add(part: Buffer): void {
    this.parts.push(part);
    this.size += part.length;
    this.wake();
  }

  /** There may be no more for a while, so that what there is should be given away. */
  flush(): void {
    this.mayFlush = true;
    this.wake();
  }

  /** There is no more; `error` says why where that is a failure. */
  close(error?: unknown): void {
    this.error ??= error;
    this.closed = true;
    this.wake();
  }

  /** Waits until there is not too much that nobody has taken. */
  async room(): Promise<void> {
    while (this.size > AHEAD && !this.closed) {
      await this.change();
    }
  }

  async *take(): AsyncGenerator<Buffer> {
    for (;;) {
      while (this.size < ENOUGH && !this.closed && !(this.mayFlush && this.size > 0)) {
        await this.change();
      }
      if (this.size === 0) {
        break;
      }
      const all = Buffer.concat(this.parts);
      this.parts = [];
      this.size = 0;
      this.mayFlush = false;
      this.wake();
      yield all;
    }
    if (this.error !== undefined) {
      throw this.error as Error;
    }
  }

  private change(): Promise<void> {
    const wakeOthers = this.wake;
    return new Promise((resolve) => {
      this.wake = () => {
        this.wake = () => undefined;
        wakeOthers();
        resolve();
      };
    });
  }
}
