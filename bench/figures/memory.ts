// SPDX-License-Identifier: Apache-2.0
import { measureMemory } from '../memory_child';
import { defaultSlack } from '../rule_scan';
import { CROWD_HOSTS, crowdSlack } from '../crowd';
import type { BenchInput } from '../input/prepare_inputs';
import { atMost, below, ratioFigure, type Figure, type Figures } from '../report/figure';
import { ratioOf, type Ratio } from '../statistics';

const LIMIT = 200_000_000;
const LONG = 10;
/**
 * V8 makes room for young objects once, in the first repetitions, and does not give it back. So that a
 * stream's length takes no memory shows only behind that: the longest has as much to read after it as the
 * next shorter one reads in all.
 */
const LONGER = 20;
const LONGEST = 40;
/** Runs of one length differ by about as much. */
const GROWTH_LIMIT = 1.05;

/** The most memory that a scan takes, by how often the input is read as one stream. */
export const memoryFigures = (noise: BenchInput, busy: BenchInput, times: number): Figures => {
  const bare = runs(times, []);
  const once = runs(times, [noise.path, '1']);
  const long = runs(times, [noise.path, `${LONG}`]);
  const longer = runs(times, [noise.path, `${LONGER}`]);
  const longest = runs(times, [noise.path, `${LONGEST}`]);
  const crowd = runs(times, [noise.path, `${LONG}`, `${crowdSlack()}`]);
  const busyLong = runs(times, [busy.path, `${LONG}`]);
  const follow = (times: number): string[] => [`${times}`, `${defaultSlack()}`, 'lineage'];
  const lineage = runs(times, [noise.path, ...follow(LONG)]);
  const lineageBusy = runs(times, [busy.path, ...follow(LONG)]);
  const growth = ratioOf(longest, longer);
  return {
    figures: [
      ofLimit('peak memory at 1x ÷ 200 MB', once),
      ofLimit(`peak memory at ${LONG}x ÷ 200 MB`, long),
      ofLimit(`peak memory at ${LONGEST}x ÷ 200 MB`, longest),
      ratioFigure(`peak memory at ${LONGER}x ÷ at ${LONG}x`, ratioOf(longer, long)),
      ratioFigure(`peak memory at ${LONGEST}x ÷ at ${LONGER}x`, growth, {
        bar: atMost(GROWTH_LIMIT, growth.value),
      }),
      ratioFigure(`busy input: peak memory at ${LONG}x ÷ 200 MB`, shareOf(busyLong)),
      ratioFigure(`${CROWD_HOSTS} hosts at once: peak memory at ${LONG}x ÷ 200 MB`, shareOf(crowd)),
      ofLimit(`lineage: peak memory at ${LONG}x ÷ 200 MB`, lineage),
      ratioFigure(`lineage, busy input: peak memory at ${LONG}x ÷ 200 MB`, shareOf(lineageBusy)),
      ratioFigure('Node.js that does nothing ÷ 200 MB', shareOf(bare)),
    ],
    notes: [
      `Memory: the highest resident size of a process that scans and does nothing else, ${times} runs each. ${LONG}x is one stream, the file ${LONG} times over with the date moved on. V8 doubles its room for young objects once, somewhere between 5x and 20x.`,
    ],
  };
};

const runs = (times: number, words: readonly string[]): number[] =>
  Array.from({ length: times }, () => measureMemory(...words).peak);

const shareOf = (peaks: readonly number[]): Ratio =>
  ratioOf(
    peaks,
    peaks.map(() => LIMIT),
  );

/** Every single run must stay below, not just most. */
const ofLimit = (name: string, peaks: readonly number[]): Figure => {
  const share = shareOf(peaks);
  return ratioFigure(name, share, { bar: below(1, share.most) });
};
