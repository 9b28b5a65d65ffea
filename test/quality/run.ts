// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { measureQuality } from './measure';
import { missedBars } from './bars';
import { recordingFolders } from './places';
import { qualityTable } from './quality_table';

// The bundle of this file lies in build/.
const { bundled, all } = recordingFolders(__dirname, 1);
const folder = existsSync(all) ? all : bundled;
const flows = measureQuality(folder);
const missed = missedBars(flows);
process.stdout.write(`${qualityTable(flows)}\n${flows.length} recordings: ${folder}\n`);
process.stdout.write(
  missed.length === 0 ? 'quality: bars met\n' : `quality: bars missed\n${missed.join('\n')}\n`,
);
process.exitCode = missed.length === 0 ? 0 : 1;
