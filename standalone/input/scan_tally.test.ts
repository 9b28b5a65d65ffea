// SPDX-License-Identifier: Apache-2.0
import { ScanTally, type BadLine } from './scan_tally';

describe('ScanTally', () => {
  it('keeps the first and the last time, in whatever order they come', () => {
    const tally = new ScanTally(() => undefined);
    [50, 10, 70, 30].forEach((time) => tally.addTime(time));
    expect([tally.first, tally.last]).toEqual([10, 70]);
  });

  it('counts bad lines, and tells of each', () => {
    const told: BadLine[] = [];
    const tally = new ScanTally((bad) => told.push(bad));
    const bad = { input: 'a.ndjson', line: 3, reason: 'no JSON' };
    tally.addBadLine(bad);
    tally.addBadLine(bad);
    expect(tally.badLines).toBe(2);
    expect(told).toEqual([bad, bad]);
  });
});
