// SPDX-License-Identifier: Apache-2.0
import { existsSync } from 'node:fs';
import { measureQuality } from './measure';
import { missedBars } from './bars';
import { recordingFolders } from './places';
import { qualityTable } from './quality_table';

// The bundle of this file lies in build/.
const { bundled, all, own } = recordingFolders(__dirname, 1);
const folders = [existsSync(all) ? all : bundled, own];
const measured = folders.map((folder) => ({ folder, flows: measureQuality(folder) }));
const flows = measured.flatMap((part) => part.flows);
const missed = missedBars(flows);
process.stdout.write(`${qualityTable(flows)}\n`);
for (const part of measured) {
  process.stdout.write(`${part.flows.length} recordings: ${part.folder}\n`);
}
process.stdout.write(
  missed.length === 0 ? 'quality: bars met\n' : `quality: bars missed\n${missed.join('\n')}\n`,
);
process.exitCode = missed.length === 0 ? 0 : 1;
