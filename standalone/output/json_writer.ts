// SPDX-License-Identifier: Apache-2.0
import { stringify } from 'lossless-json';
import type { ScanFinding } from '../scan/scan_finding';
import type { FindingWriter, Print } from './finding_writer';

/** Turns a finding into the object that machines get. */
export type ToRecord = (finding: ScanFinding) => object;

/** One JSON object a line. */
export const ndjsonWriter = (print: Print, toRecord: ToRecord): FindingWriter => ({
  write: (finding) => {
    print(`${toJson(toRecord(finding))}\n`);
  },
  end: () => undefined,
});

/** One JSON array. */
export const jsonWriter = (print: Print, toRecord: ToRecord): FindingWriter => {
  let count = 0;
  return {
    write: (finding) => {
      print(`${count === 0 ? '[' : ','}\n${toJson(toRecord(finding))}`);
      count += 1;
    },
    end: () => {
      print(count === 0 ? '[]\n' : '\n]\n');
    },
  };
};

/** Numbers beyond 2^53 are written with all their digits. */
const toJson = (value: object): string => stringify(value) ?? '{}';
