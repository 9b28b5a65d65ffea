// SPDX-License-Identifier: Apache-2.0

export interface Tick {
  /** From 0 to 1. */
  readonly position: number;
  /** Since the first event, in milliseconds. */
  readonly after: number;
}

export interface TimelinePoint {
  /** From 0 to 1; in the middle when all happened at once. */
  readonly position: number;
  /** Since the first event, in milliseconds. */
  readonly after: number;
  /** Since the event before, in milliseconds; undefined for the first. */
  readonly gap: number | undefined;
}

export interface Timeline {
  /** One for each time, in the same order; undefined where the time is not known. */
  readonly points: readonly (TimelinePoint | undefined)[];
  readonly ticks: readonly Tick[];
  /** From the first event to the last, in milliseconds. */
  readonly span: number;
}

const MOST_TICKS = 6;
const LADDER = [1, 2, 5];
const MINUTES = [15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000];

/**
 * Where events stand on a time axis that is true to the distances between them.
 * @param times in milliseconds since 1970, in the order of the stages
 */
export function timelineOf(times: readonly (number | undefined)[]): Timeline {
  const known = times.filter((time) => time !== undefined);
  const start = Math.min(...known);
  const span = known.length === 0 ? 0 : Math.max(...known) - start;
  const place = (after: number): number => (span === 0 ? 0.5 : after / span);
  const points = times.map((time, i): TimelinePoint | undefined => {
    if (time === undefined) {
      return undefined;
    }
    const before = times
      .slice(0, i)
      .filter((earlier) => earlier !== undefined)
      .at(-1);
    return {
      position: place(time - start),
      after: time - start,
      gap: before === undefined ? undefined : time - before,
    };
  });
  const step = tickStep(span);
  const count = span === 0 ? 0 : Math.floor(span / step);
  const ticks = Array.from({ length: count + 1 }, (_, i) => ({
    position: place(i * step),
    after: i * step,
  }));
  return { points, ticks, span };
}

/** A round number of milliseconds, by which no more than a few ticks are needed. */
function tickStep(span: number): number {
  const fits = (step: number): boolean => span / step <= MOST_TICKS - 1;
  for (let power = 1; power <= 10_000; power *= 10) {
    const step = LADDER.map((factor) => factor * power).find(
      (each) => each <= 10_000 && fits(each),
    );
    if (step !== undefined) {
      return step;
    }
  }
  return MINUTES.find(fits) ?? 3_600_000 * Math.ceil(span / 3_600_000 / (MOST_TICKS - 1));
}
