// SPDX-License-Identifier: Apache-2.0
import { open, stat, type FileHandle } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { unreadable } from '../../input/byte_source';
import { GrowingLines } from './growing_lines';

/** How often it looks for more, in milliseconds. */
const LOOK_EVERY = 500;
const CHUNK = 1 << 20;

export interface FollowOptions {
  /** Aborted to end it. */
  readonly signal: AbortSignal;
  /** Whole lines, as they come; the next ones wait until these are taken. */
  readonly onLines: (lines: readonly string[]) => Promise<void>;
  /** What happened to the file: it was cut or replaced, it is gone or there again. */
  readonly onNotice: (message: string) => void;
  readonly lookEvery?: number;
}

/**
 * Reads a file to its end and then what is written to it, until the signal. Where it becomes shorter or
 * another file takes its name, as by rotation, it is read from the beginning. Throws an `InputError` when it
 * is not there at first.
 */
export const followFile = async (file: string, options: FollowOptions): Promise<void> => {
  const { signal, onLines, onNotice, lookEvery = LOOK_EVERY } = options;
  const lines = new GrowingLines({
    onTooLong: (start) =>
      onNotice(
        `${file}: the line that begins at byte ${start} is longer than any event and was left out. ` +
          'Check that the file has one event a line.',
      ),
  });
  let handle: FileHandle | undefined = await open(file, 'r').catch((error: unknown) => {
    throw unreadable(file, error);
  });
  let position = 0;
  const readOn = async (from: FileHandle): Promise<void> => {
    const buffer = Buffer.allocUnsafe(CHUNK);
    while (!signal.aborted) {
      const { bytesRead } = await from.read(buffer, 0, CHUNK, position);
      if (bytesRead === 0) {
        return;
      }
      position += bytesRead;
      const found = lines.push(buffer.subarray(0, bytesRead));
      if (found.length > 0) {
        await onLines(found);
      }
    }
  };
  const beginAnew = async (why: string): Promise<void> => {
    onNotice(`${file}: ${why}; it is read from the beginning.`);
    lines.reset();
    position = 0;
  };
  try {
    while (!signal.aborted) {
      if (handle) {
        const now = await handle.stat();
        if (now.size < position) {
          await beginAnew('the file was cut');
        }
        await readOn(handle);
        const named = await stat(file).catch(() => undefined);
        if (named === undefined || named.ino !== now.ino || named.dev !== now.dev) {
          // Its last lines may have been written since.
          await readOn(handle);
          await handle.close();
          handle = undefined;
          if (named === undefined) {
            onNotice(`${file}: the file is gone; waiting for it to come back.`);
          }
        }
      }
      handle ??= await reopened(file, beginAnew);
      await setTimeout(lookEvery, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    await handle?.close();
  }
};

const reopened = async (
  file: string,
  beginAnew: (why: string) => Promise<void>,
): Promise<FileHandle | undefined> => {
  const handle = await open(file, 'r').catch(() => undefined);
  if (handle) {
    await beginAnew('there is another file of this name');
  }
  return handle;
};
