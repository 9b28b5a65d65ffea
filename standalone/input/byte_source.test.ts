// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { fileSource, streamSource } from './byte_source';
import { collect, inputErrorOf, readAll } from './source_test_helpers';
import { useTempFolder } from './temp_folder_test_helpers';

const MEBIBYTE = 1 << 20;
const TEXT = 'one line\nand another: äöü\n';
/** Longer than a chunk, and no two lines alike. */
const LONG_TEXT = Array.from({ length: 200_000 }, (_, i) => `line ${i}\n`).join('');

const folder = useTempFolder();
const isRoot = process.getuid?.() === 0;

describe('fileSource', () => {
  it.each<[string, string | Buffer, string]>([
    ['plain text', TEXT, TEXT],
    ['gzipped text', gzipSync(TEXT), TEXT],
    [
      'gzipped texts one after the other',
      Buffer.concat([gzipSync(TEXT), gzipSync('b')]),
      `${TEXT}b`,
    ],
    ['gzipped text that zeros follow', Buffer.concat([gzipSync(TEXT), Buffer.alloc(999)]), TEXT],
    ['more than a chunk', LONG_TEXT, LONG_TEXT],
    ['more than a chunk, gzipped', gzipSync(LONG_TEXT), LONG_TEXT],
    ['one byte', 'x', 'x'],
    ['nothing', '', ''],
    ['gzipped nothing', gzipSync(''), ''],
  ])('reads %s, as often as asked', async (_, content, expected) => {
    const source = await fileSource(folder.write('file', content));
    expect(await readAll(source.chunks())).toBe(expected);
    expect(await readAll(source.chunks())).toBe(expected);
    expect(source.repeatable).toBe(true);
  });

  it.each<[string, string | Buffer]>([
    ['plain', LONG_TEXT],
    ['gzipped', gzipSync(LONG_TEXT)],
  ])('counts the bytes on disk that it has read of a %s file', async (_, content) => {
    const source = await fileSource(folder.write('file', content));
    expect({ size: source.size, read: source.bytesRead() }).toEqual({
      size: Buffer.byteLength(content),
      read: 0,
    });
    await readAll(source.chunks());
    expect(source.bytesRead()).toBe(source.size);
  });

  it('reads a file in parts, so that it need not fit into memory', async () => {
    const source = await fileSource(folder.write('file', LONG_TEXT));
    const sizes = (await collect(source.chunks())).map(({ length }) => length);
    expect(Math.max(...sizes)).toBe(MEBIBYTE);
  });

  it('closes a file that is read in part only', async () => {
    const source = await fileSource(folder.write('file', gzipSync(LONG_TEXT)));
    const chunks = source.chunks();
    await chunks.next();
    await expect(chunks.return(undefined)).resolves.toEqual({ done: true, value: undefined });
  });

  it.each([
    [
      'a file that is not there',
      'missing.ndjson',
      'There is no such file',
      '"-" reads standard input',
    ],
    ['a folder', '.', 'It is a folder', 'Name the files in it'],
    ['a file below a file', 'plain/file', 'ENOTDIR', 'Check the path'],
  ])('refuses %s', async (_, name, reason, remedy) => {
    folder.write('plain', TEXT);
    const file = path.join(folder.path, name);
    expect(await inputErrorOf(fileSource(file))).toMatchObject({
      input: file,
      reason: expect.stringContaining(reason),
      remedy: expect.stringContaining(remedy),
    });
  });

  (isRoot ? it.skip : it)('refuses a file that may not be read', async () => {
    const file = folder.write('secret', TEXT);
    chmodSync(file, 0);
    const source = await fileSource(file);
    expect(await inputErrorOf(readAll(source.chunks()))).toMatchObject({
      reason: 'You may not read it',
    });
  });

  // Its first page is mapped to nothing.
  const UNREADABLE = '/proc/self/mem';
  (existsSync(UNREADABLE) ? it : it.skip)('names a file that fails while it is read', async () => {
    const source = await fileSource(UNREADABLE);
    expect(await inputErrorOf(readAll(source.chunks()))).toMatchObject({
      input: UNREADABLE,
      reason: expect.stringContaining('EIO'),
    });
  });

  (process.platform === 'win32' ? it.skip : it)('reads a named pipe, once', async () => {
    const pipe = path.join(folder.path, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const written = writeFile(pipe, LONG_TEXT);
    const source = await fileSource(pipe);
    expect(source).toMatchObject({ size: undefined, repeatable: false });
    expect(await readAll(source.chunks())).toBe(LONG_TEXT);
    await written;
  });

  /** Random, so that it is not much smaller gzipped. */
  const lines = Array.from({ length: 5000 }, (_, i) => `${Math.sin(i)}`);
  const whole = gzipSync(lines.join('\n'));
  const half = Math.floor(whole.length / 2);

  it.each<[string, Buffer, RegExp]>([
    ['cut off', whole.subarray(0, half), /damaged \(unexpected end of file\)/],
    [
      'overwritten in the middle',
      Buffer.concat([whole.subarray(0, half), Buffer.alloc(64, 0xff), whole.subarray(half + 64)]),
      /damaged/,
    ],
  ])('gives what stands before the damage of gzip data that is %s', async (_, content, reason) => {
    const source = await fileSource(folder.write('file.gz', content));
    let text = '';
    const reading = (async () => {
      for await (const chunk of source.chunks()) {
        text += chunk.toString('latin1');
      }
    })();
    expect(await inputErrorOf(reading)).toMatchObject({ reason: expect.stringMatching(reason) });
    const intact = text.slice(0, Math.floor(text.length * 0.8));
    expect(lines.join('\n').startsWith(intact)).toBe(true);
    expect(intact.length).toBeGreaterThan(lines.join('\n').length * 0.3);
  });
});

describe('streamSource', () => {
  const byByte = (content: string | Buffer): Readable =>
    Readable.from([...Buffer.from(content)].map((byte) => Buffer.of(byte)));

  it.each<[string, string | Buffer, string]>([
    ['plain text', TEXT, TEXT],
    ['gzipped text', gzipSync(TEXT), TEXT],
    ['nothing', '', ''],
  ])('reads %s that comes byte by byte', async (_, content, expected) => {
    const source = streamSource('standard input', byByte(content));
    expect(await readAll(source.chunks())).toBe(expected);
    expect(source).toMatchObject({ size: undefined, repeatable: false });
    expect(source.bytesRead()).toBe(Buffer.byteLength(content));
  });

  it('gives what it has while it waits for more gzip data', async () => {
    const stream = new PassThrough();
    const chunks = streamSource('standard input', stream).chunks();
    const zipped = gzipSync(TEXT.repeat(1000) + LONG_TEXT);
    stream.write(zipped.subarray(0, zipped.length - 100));
    const { value } = await chunks.next();
    expect(String(value)).toContain(TEXT);
    stream.destroy();
    await chunks.return(undefined);
  });

  it('stops waiting when the signal comes', async () => {
    const controller = new AbortController();
    const stream = new PassThrough();
    stream.write(TEXT);
    const chunks = streamSource('standard input', stream, controller.signal).chunks();
    expect(String((await chunks.next()).value)).toBe(TEXT);
    const next = chunks.next();
    controller.abort();
    await expect(next).rejects.toMatchObject({ name: 'AbortError' });
  });
});
