// SPDX-License-Identifier: Apache-2.0
import {
  createReadStream,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { NOISE_FILE, WORK_FOLDER } from '../places';
import { busyEvents } from './busy_events';
import { recordedFlows } from './recordings';
import { standInEvents } from './stand_in_events';
import { writeLines, writeWhole } from './write_lines';

export interface BenchInput {
  readonly path: string;
  readonly bytes: number;
  /** What it is, for people. */
  readonly what: string;
}

const STAND_IN_EVENTS = 164_756;
const BUSY_BYTES = 30_000_000;

/** Real events of a busy host without an attack, or what stands in for them. */
export const noiseInput = async (): Promise<BenchInput> => {
  mkdirSync(WORK_FOLDER, { recursive: true });
  if (existsSync(NOISE_FILE)) {
    const file = await unpack(NOISE_FILE);
    return describe(file, 'real events of a busy host, ../shared/noise/ops-host.ndjson.gz');
  }
  const file = path.join(WORK_FOLDER, 'stand-in.ndjson');
  if (!existsSync(file)) {
    await writeLines(file, standInEvents(recordedFlows().flat(), STAND_IN_EVENTS));
  }
  return describe(file, 'a generated stand-in for a busy host, made from recordings/');
};

/** A stream in which people compile all the time. */
export const busyInput = async (): Promise<BenchInput> => {
  mkdirSync(WORK_FOLDER, { recursive: true });
  const file = path.join(WORK_FOLDER, 'busy.ndjson');
  if (!existsSync(file)) {
    await writeLines(file, busyEvents(recordedFlows(), BUSY_BYTES));
  }
  return describe(file, 'the flows of recordings/ over and over, each copy on a host of its own');
};

const describe = (file: string, what: string): BenchInput => ({
  path: file,
  bytes: statSync(file).size,
  what,
});

const unpack = async (packed: string): Promise<string> => {
  const file = path.join(WORK_FOLDER, path.basename(packed, '.gz'));
  if (!existsSync(file) || statSync(file).size % 2 ** 32 !== unpackedSize(packed)) {
    await writeWhole(file, (out) => pipeline(createReadStream(packed), createGunzip(), out));
  }
  return file;
};

/** The last four bytes of a gzip file tell it, modulo 4 GiB. */
const unpackedSize = (packed: string): number => {
  const bytes = Buffer.alloc(4);
  const file = openSync(packed, 'r');
  readSync(file, bytes, 0, bytes.length, statSync(packed).size - bytes.length);
  closeSync(file);
  return bytes.readUInt32LE();
};
