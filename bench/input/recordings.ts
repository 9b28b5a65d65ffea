// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { RECORDINGS } from '../places';

/** The lines of every bundled recording, each a flow of events on a host of its own, in order of time. */
export const recordedFlows = (): string[][] =>
  readdirSync(RECORDINGS)
    .filter((name) => name.endsWith('.ndjson.gz'))
    .sort()
    .map((name) =>
      gunzipSync(readFileSync(path.join(RECORDINGS, name)))
        .toString('utf8')
        .split('\n')
        .filter((line) => line !== ''),
    );
