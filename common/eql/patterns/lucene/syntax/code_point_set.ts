// SPDX-License-Identifier: Apache-2.0

/** Both ends belong to it. */
export interface CodePointRange {
  readonly from: number;
  readonly to: number;
}

/** Ranges in ascending order that neither overlap nor touch. */
export type CodePointSet = readonly CodePointRange[];

export const MAX_CODE_POINT = 0x10ffff;

export const ANY_CODE_POINT: CodePointSet = [{ from: 0, to: MAX_CODE_POINT }];

/** A to Z and a to z are 32 apart. */
const CASE_DISTANCE = 0x20;

const isBetween = (codePoint: number, first: string, last: string): boolean =>
  codePoint >= first.charCodeAt(0) && codePoint <= last.charCodeAt(0);

const otherAsciiCase = (codePoint: number): number => {
  if (isBetween(codePoint, 'A', 'Z')) {
    return codePoint + CASE_DISTANCE;
  }
  return isBetween(codePoint, 'a', 'z') ? codePoint - CASE_DISTANCE : codePoint;
};

export const isAsciiLetter = (codePoint: number): boolean =>
  otherAsciiCase(codePoint) !== codePoint;

export const codePointRange = (from: number, to: number): CodePointSet => [{ from, to }];

export const oneCodePoint = (codePoint: number): CodePointSet =>
  codePointRange(codePoint, codePoint);

export const eitherCaseOf = (codePoint: number): CodePointSet =>
  unionOfSets([oneCodePoint(codePoint), oneCodePoint(otherAsciiCase(codePoint))]);

/** The members of any of the sets, which need not be in order among themselves. */
export const unionOfSets = (sets: readonly CodePointSet[]): CodePointSet => {
  const merged: CodePointRange[] = [];
  for (const range of sets.flat().sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && range.from <= last.to + 1) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    } else {
      merged.push(range);
    }
  }
  return merged;
};

/** All other code points. */
export const complementOfSet = (set: CodePointSet): CodePointSet => {
  const gaps: CodePointRange[] = [];
  let from = 0;
  for (const range of set) {
    if (range.from > from) {
      gaps.push({ from, to: range.from - 1 });
    }
    from = range.to + 1;
  }
  if (from <= MAX_CODE_POINT) {
    gaps.push({ from, to: MAX_CODE_POINT });
  }
  return gaps;
};
