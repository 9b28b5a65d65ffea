// SPDX-License-Identifier: Apache-2.0
import { mergeRanges, sliceRange, type TimeRange } from '../../search/time_range';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** Long times are searched in pieces, so that a run can stop between two of them. */
export const SLICE_LENGTH = HOUR;

/** A rule that was off for longer does not search all of that time. */
export const LONGEST_GAP = 30 * DAY;

/** How far the clocks of Elasticsearch and Kibana may be apart, refreshing included. */
export const CLOCK_TOLERANCE = 5 * MINUTE;

/** Late events are looked for by the minute. */
export const LATE_RESOLUTION = MINUTE;

export interface RunTimes {
  readonly startedAt: number;
  /** How far back each run looks, in milliseconds. */
  readonly lookBack: number;
  /** Where the last run had come to. */
  readonly searchedTo: number;
}

export interface RegularRange {
  /** The time in which sequences end that this run looks for in any case. */
  readonly range: TimeRange;
  /** How much of it had not been searched in time, in milliseconds. */
  readonly gap: number;
  /** What lies too far back to be searched; undefined as a rule. */
  readonly notSearched: TimeRange | undefined;
}

/** The look-back of the rule, or all the time since the last run where that is longer. */
export const regularRange = ({ startedAt, lookBack, searchedTo }: RunTimes): RegularRange => {
  const usual = startedAt - lookBack;
  const wanted = Math.min(usual, searchedTo);
  const from = Math.max(wanted, startedAt - LONGEST_GAP);
  return {
    range: { from, to: startedAt },
    gap: usual - wanted,
    notSearched: from > wanted ? { from: wanted, to: from - 1 } : undefined,
  };
};

export interface LateTimes {
  readonly startedAt: number;
  readonly maxLateness: number;
  readonly ingestedTo: number;
  readonly regular: TimeRange;
}

/**
 * Which events count as late: ingested since the last run, yet from before the range of this one. How late they may
 * be counts from the last run, so that downtime does not shorten it.
 */
export const lateTimes = ({
  startedAt,
  maxLateness,
  ingestedTo,
  regular,
}: LateTimes): { readonly ingested: TimeRange; readonly happened: TimeRange } | undefined => {
  const happened = { from: ingestedTo - maxLateness, to: regular.from - 1 };
  return happened.from > happened.to
    ? undefined
    : {
        ingested: { from: ingestedTo - CLOCK_TOLERANCE, to: startedAt + CLOCK_TOLERANCE },
        happened,
      };
};

/** A piece of the time in which sequences end. */
export interface Slice {
  readonly range: TimeRange;
  /** True where it is searched again for late events only. */
  readonly isLate: boolean;
}

/**
 * All that a run has to search, oldest first. A late event can belong to what ends up to `reach` later. No piece
 * is shorter than that, since each search looks back by as much.
 */
export const planSlices = (
  late: readonly TimeRange[],
  regular: TimeRange,
  reach: number,
): Slice[] => {
  const again = late
    .map(({ from, to }) => ({ from, to: Math.min(to + reach, regular.from - 1) }))
    .filter(({ from, to }) => from <= to);
  const slicesOf = (range: TimeRange, isLate: boolean): Slice[] =>
    sliceRange(range, Math.max(SLICE_LENGTH, reach)).map((slice) => ({ range: slice, isLate }));
  return [
    ...mergeRanges(again).flatMap((range) => slicesOf(range, true)),
    ...slicesOf(regular, false),
  ];
};
