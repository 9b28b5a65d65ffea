// SPDX-License-Identifier: Apache-2.0
import type { Duration, DurationUnit } from '../eql/ast';

const DURATION = /^(\d{1,12})(ms|s|m|h|d)$/;

/** Reads a time span as EQL writes it, such as `60s` or `1m`; undefined when it is none. */
export const parseDuration = (text: string): Duration | undefined => {
  const match = DURATION.exec(text);
  return match ? { value: Number(match[1]), unit: match[2] as DurationUnit } : undefined;
};

const UNITS_LARGEST_FIRST: readonly (readonly [DurationUnit, number])[] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
];

/** Writes a number of milliseconds in the largest unit that leaves it whole: `90s`, `2m`. */
export const formatDuration = (milliseconds: number): string => {
  const [unit, size] = UNITS_LARGEST_FIRST.find(([, length]) => milliseconds % length === 0) ?? [
    'ms',
    1,
  ];
  return `${milliseconds / size}${unit}`;
};
