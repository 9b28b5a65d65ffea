// SPDX-License-Identifier: Apache-2.0
import type { ByteSource } from './byte_source';
import { InputError } from './input_error';

export interface MemorySourceOptions {
  readonly name?: string;
  readonly chunkSize?: number;
  /** Standard input can be read once only. */
  readonly repeatable?: boolean;
}

/** A source of bytes that, like the real ones, gives away one buffer again and again. */
export const memorySource = (
  content: string | Buffer,
  { name = 'events.ndjson', chunkSize = 1 << 20, repeatable = true }: MemorySourceOptions = {},
): ByteSource => {
  const bytes = Buffer.from(content);
  let bytesRead = 0;
  return {
    name,
    size: repeatable ? bytes.length : undefined,
    bytesRead: () => bytesRead,
    repeatable,
    chunks: async function* () {
      const buffer = Buffer.alloc(chunkSize);
      for (let at = 0; at < bytes.length; at += chunkSize) {
        const size = bytes.copy(buffer, 0, at, at + chunkSize);
        bytesRead += size;
        yield buffer.subarray(0, size);
      }
    },
  };
};

/** Bytes in pieces of one size. */
export async function* inPieces(content: string | Buffer, size: number): AsyncGenerator<Buffer> {
  yield* memorySource(content, { chunkSize: size }).chunks();
}

/** Everything that an asynchronous generator gives. */
export const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) {
    all.push(item);
  }
  return all;
};

/** All bytes of a source, each chunk copied before the next one overwrites it. */
export const readAll = async (chunks: AsyncIterable<Buffer>): Promise<string> => {
  let all = '';
  for await (const chunk of chunks) {
    all += chunk.toString('latin1');
  }
  return Buffer.from(all, 'latin1').toString('utf8');
};

/** The `InputError` that something fails with. */
export const inputErrorOf = async (failing: Promise<unknown>): Promise<InputError> => {
  const error: unknown = await failing.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof InputError) {
    return error;
  }
  throw new Error(`Expected an InputError, got ${String(error)}`);
};
