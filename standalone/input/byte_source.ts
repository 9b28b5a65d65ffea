// SPDX-License-Identifier: Apache-2.0
import { open as openDescriptor } from 'node:fs';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { Socket } from 'node:net';
import { addAbortSignal, type Readable } from 'node:stream';
import { promisify } from 'node:util';
import { i18n } from '@kbn/i18n';
import { gunzip } from './gunzip';
import { InputError } from './input_error';

/** Bytes of one input, in order. A chunk is valid only until the next one is asked for. */
export interface ByteSource {
  readonly name: string;
  /** Of the file as it lies on disk; undefined for standard input. */
  readonly size: number | undefined;
  /** How many of those have been read. */
  readonly bytesRead: () => number;
  /** Whether it can be read again from the beginning. */
  readonly repeatable: boolean;
  readonly chunks: () => AsyncGenerator<Buffer>;
}

const CHUNK = 1 << 20;
const GZIP_MAGIC = [0x1f, 0x8b];

const isGzip = (bytes: Buffer): boolean => GZIP_MAGIC.every((byte, i) => bytes[i] === byte);

/**
 * Opens a file, gzipped or not. Throws an `InputError` that says why it can not be read. `signal` is for
 * those that may have to be waited for, see `streamSource`.
 */
export const fileSource = async (path: string, signal?: AbortSignal): Promise<ByteSource> => {
  const info = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (info.isDirectory()) {
    throw new InputError(
      path,
      i18n.translate('recentlyCompiled.host.input.folder', { defaultMessage: 'It is a folder' }),
      i18n.translate('recentlyCompiled.host.input.folderRemedy', {
        defaultMessage: 'Name the files in it, such as FOLDER/*.ndjson',
      }),
    );
  }
  if (info.isFIFO()) {
    return streamSource(path, await openPipe(path), signal);
  }
  let bytesRead = 0;
  const count = (bytes: number): void => {
    bytesRead += bytes;
  };
  return {
    name: path,
    size: info.isFile() ? info.size : undefined,
    bytesRead: () => bytesRead,
    repeatable: info.isFile(),
    chunks: () => {
      bytesRead = 0;
      return unzipped(path, fileChunks(path, count));
    },
  };
};

/** A named pipe, as the shell makes one of `<(command)`. Read as a file it could not be given up. */
const openPipe = async (path: string): Promise<Readable> => {
  const fd = await promisify(openDescriptor)(path, 'r').catch((error: unknown) => {
    throw unreadable(path, error);
  });
  return new Socket({ fd, readable: true, writable: false });
};

/** Why a file can not be read. */
export const unreadable = (path: string, error: unknown): InputError => {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
      return new InputError(
        path,
        i18n.translate('recentlyCompiled.host.input.missing', {
          defaultMessage: 'There is no such file',
        }),
        i18n.translate('recentlyCompiled.host.input.missingRemedy', {
          defaultMessage: 'Check the path; "-" reads standard input',
        }),
      );
    case 'EACCES':
      return new InputError(
        path,
        i18n.translate('recentlyCompiled.host.input.forbidden', {
          defaultMessage: 'You may not read it',
        }),
        i18n.translate('recentlyCompiled.host.input.forbiddenRemedy', {
          defaultMessage: 'Ask its owner for the right to read it',
        }),
      );
    default:
      return new InputError(
        path,
        (error as Error).message,
        i18n.translate('recentlyCompiled.host.input.otherRemedy', {
          defaultMessage: 'Check the path',
        }),
      );
  }
};

/**
 * Reads into two buffers in turn, the next chunk while the reader is at work on the last one: fresh memory
 * for each chunk would cost more than reading.
 */
async function* fileChunks(path: string, count: (bytes: number) => void): AsyncGenerator<Buffer> {
  const file = await open(path, 'r').catch((error: unknown) => {
    throw unreadable(path, error);
  });
  let [buffer, other] = [Buffer.allocUnsafe(CHUNK), Buffer.allocUnsafe(CHUNK)];
  let reading = readChunk(file, buffer);
  try {
    for (;;) {
      const result = await reading;
      if ('error' in result) {
        throw unreadable(path, result.error);
      }
      if (result.bytesRead === 0) {
        return;
      }
      const chunk = buffer.subarray(0, result.bytesRead);
      [buffer, other] = [other, buffer];
      reading = readChunk(file, buffer);
      count(chunk.length);
      yield chunk;
    }
  } finally {
    await reading;
    await file.close();
  }
}

/** Does not fail, since nobody may be waiting for it yet. */
const readChunk = (
  file: FileHandle,
  buffer: Buffer,
): Promise<{ readonly bytesRead: number } | { readonly error: unknown }> =>
  file.read(buffer, 0, buffer.length, null).catch((error: unknown) => ({ error }));

/**
 * Standard input, or any other stream. Reading it may have to wait for ever, so `signal` ends that with an
 * `AbortError`.
 */
export const streamSource = (name: string, stream: Readable, signal?: AbortSignal): ByteSource => {
  let bytesRead = 0;
  async function* chunks(): AsyncGenerator<Buffer> {
    const stoppable = signal ? addAbortSignal(signal, stream) : stream;
    for await (const chunk of stoppable as AsyncIterable<Buffer>) {
      bytesRead += chunk.length;
      yield chunk;
    }
  }
  return {
    name,
    size: undefined,
    bytesRead: () => bytesRead,
    repeatable: false,
    chunks: () => unzipped(name, chunks()),
  };
};

async function* unzipped(name: string, chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  const first = await firstBytes(chunks);
  if (first.length === 0) {
    return;
  }
  const all = startingWith(first, chunks);
  if (!isGzip(first)) {
    yield* all;
    return;
  }
  try {
    yield* gunzip(all);
  } catch (error) {
    throw isFromZlib(error)
      ? new InputError(
          name,
          i18n.translate('recentlyCompiled.host.input.damagedGzip', {
            defaultMessage: 'The gzip data is damaged ({why})',
            values: { why: error.message },
          }),
          i18n.translate('recentlyCompiled.host.input.damagedGzipRemedy', {
            defaultMessage: 'Get the file again; what came before was read',
          }),
        )
      : error;
  }
}

const isFromZlib = (error: unknown): error is Error =>
  String((error as NodeJS.ErrnoException).code).startsWith('Z_');

/** At least as many as tell the format, where there are. A pipe may give them one by one. */
const firstBytes = async (chunks: AsyncGenerator<Buffer>): Promise<Buffer> => {
  let bytes: Buffer = Buffer.alloc(0);
  while (bytes.length < GZIP_MAGIC.length) {
    const next = await chunks.next();
    if (next.done) {
      break;
    }
    const isEnough = bytes.length === 0 && next.value.length >= GZIP_MAGIC.length;
    // What is kept while more is asked for must be a copy.
    bytes = isEnough ? next.value : Buffer.concat([bytes, next.value]);
  }
  return bytes;
};

async function* startingWith(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}
