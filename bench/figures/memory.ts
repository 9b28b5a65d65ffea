// SPDX-License-Identifier: Apache-2.0
import { measureMemory } from '../memory_child';
import { CROWD_HOSTS, crowdSlack } from '../crowd';
import type { BenchInput } from '../input/prepare_inputs';
import { atMost, below, ratioFigure, type Figure, type Figures } from '../report/figure';
import { ratioOf, type Ratio } from '../statistics';

const LIMIT = 200_000_000;
const LONG = 10;
/**
 * Of each further byte of the stream, the part that may stay in memory. Not zero, because garbage fills its
 * room in the first seconds and is collected when V8 sees fit; to keep no more than the id of each event
 * would take twice as much.
 */
const GROWTH_LIMIT = 0.01;

/** The most memory that a scan takes, at the length of the input and at ten times that. */
export const memoryFigures = (noise: BenchInput, busy: BenchInput, times: number): Figures => {
  const bare = runs(times, []);
  const once = runs(times, [noise.path, '1']);
  const long = runs(times, [noise.path, `${LONG}`]);
  const crowd = runs(times, [noise.path, `${LONG}`, `${crowdSlack()}`]);
  const busyLong = runs(times, [busy.path, `${LONG}`]);
  const growth = growthOf(once, long, noise.bytes);
  return {
    figures: [
      ofLimit('peak memory at 1x ÷ 200 MB', once),
      ofLimit(`peak memory at ${LONG}x ÷ 200 MB`, long),
      ratioFigure(`growth from 1x to ${LONG}x ÷ bytes read more`, growth, {
        bar: atMost(GROWTH_LIMIT, growth.value),
      }),
      ratioFigure(`peak memory at ${LONG}x ÷ at 1x`, ratioOf(long, once)),
      ratioFigure(`busy input: peak memory at ${LONG}x ÷ 200 MB`, shareOf(busyLong)),
      ratioFigure(`${CROWD_HOSTS} hosts at once: peak memory at ${LONG}x ÷ 200 MB`, shareOf(crowd)),
      ratioFigure('Node.js that does nothing ÷ 200 MB', shareOf(bare)),
    ],
    notes: [
      `Memory: the highest resident size of a process that scans and does nothing else, ${times} runs each. ${LONG}x is one stream, the file ${LONG} times over with the date moved on. What grows is garbage that is not collected yet; keeping but the id of each event would grow by 0.02.`,
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

const growthOf = (once: readonly number[], long: readonly number[], bytes: number): Ratio =>
  ratioOf(
    long.map((peak, i) => peak - (once[i] ?? NaN)),
    long.map(() => (LONG - 1) * bytes),
  );

/** Every single run must stay below, not just most. */
const ofLimit = (name: string, peaks: readonly number[]): Figure => {
  const share = shareOf(peaks);
  return ratioFigure(name, share, { bar: below(1, share.most) });
};
