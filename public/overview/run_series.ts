// SPDX-License-Identifier: Apache-2.0
import type { Run } from '../../common/api';

/** What is told of each run. */
export const RUN_FIGURES = [
  'durationMs',
  'events',
  'sequences',
  'created',
  'latenessMs',
  'gapMs',
] as const;
export type RunFigure = (typeof RUN_FIGURES)[number];

/** Those that are time spans, in milliseconds. */
export const isSpan = (figure: RunFigure): boolean => figure.endsWith('Ms');

/** A column of a chart. */
export interface RunPoint {
  /** Runs stand side by side, whenever they were. */
  readonly place: number;
  readonly value: number;
  readonly run: Run;
}

/** One figure of the runs, oldest first; a run that has kept none has a place without a value. */
export const pointsOf = (runs: readonly Run[], figure: RunFigure): RunPoint[] =>
  [...runs].reverse().flatMap((run, place) => {
    const value = run[figure];
    return value === null ? [] : [{ place, value, run }];
  });

/** The figure of the newest run that has kept it. */
export const newestOf = (runs: readonly Run[], figure: RunFigure): number | null =>
  runs.find((run) => run[figure] !== null)?.[figure] ?? null;
