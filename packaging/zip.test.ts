// SPDX-License-Identifier: Apache-2.0
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { zip } from './zip';

const CENTRAL_DIRECTORY_ENTRY = [0x50, 0x4b, 0x01, 0x02];

/** The first entry of the central directory, whose fields stand at fixed places (APPNOTE.TXT 4.3.12). */
function firstEntry(bytes: Uint8Array): DataView {
  const at = Buffer.from(bytes).indexOf(Buffer.from(CENTRAL_DIRECTORY_ENTRY));
  return new DataView(bytes.buffer, bytes.byteOffset + at);
}

test('holds the files', () => {
  const files = unzipSync(zip(new Map([['a/b.txt', strToU8('hello')]])));
  expect(Object.keys(files)).toEqual(['a/b.txt']);
  expect(strFromU8(files['a/b.txt'] ?? new Uint8Array())).toBe('hello');
});

test('the order of the files given is not seen in it', () => {
  const a: [string, Uint8Array] = ['a', strToU8('1')];
  const b: [string, Uint8Array] = ['b', strToU8('2')];
  expect(zip(new Map([b, a]))).toEqual(zip(new Map([a, b])));
});

test('says that it comes from Unix, with a regular file that all may read', () => {
  const entry = firstEntry(zip(new Map([['a', strToU8('1')]])));
  const madeBy = entry.getUint8(5);
  const mode = entry.getUint16(40, true);
  expect(madeBy).toBe(3);
  expect(mode.toString(8)).toBe('100644');
});

test('its time is the first that a zip can say', () => {
  const entry = firstEntry(zip(new Map([['a', strToU8('1')]])));
  const time = entry.getUint16(12, true);
  // Years since 1980 from bit 9, the month from bit 5, then the day.
  const date = entry.getUint16(14, true);
  expect([time, date]).toEqual([0, (0 << 9) | (1 << 5) | 1]);
});
