// SPDX-License-Identifier: Apache-2.0
import { tooComplex } from '../../pattern_error';
import { MAX_CODE_POINT, type CodePointSet } from '../syntax/code_point_set';

/**
 * Code points in numbered classes: those of one class belong to the same sets of a pattern, so
 * no pattern made of these sets can tell them apart.
 */
export interface Alphabet {
  readonly classCount: number;
  /** The class of each code point below 128. */
  readonly asciiClasses: Int32Array;
  classOf(codePoint: number): number;
  /** The classes a set is made of, ascending; only for the sets that the alphabet was made for. */
  classesOf(set: CodePointSet): readonly number[];
}

const ASCII_SIZE = 128;

/** Many large sets would take room in proportion to sets times classes. */
const MAX_MEMBERSHIPS = 1_000_000;

export const alphabetFor = (sets: readonly CodePointSet[]): Alphabet => {
  const starts = intervalStarts(sets);
  const { classes, classCount } = refine(starts, distinct(sets));

  const classOf = (codePoint: number): number => classes[intervalAt(starts, codePoint)]!;

  const classesOf = (set: CodePointSet): readonly number[] => {
    const found = new Set<number>();
    forEachInterval(starts, set, (interval) => found.add(classes[interval]!));
    return [...found].sort((a, b) => a - b);
  };

  return {
    classCount,
    asciiClasses: Int32Array.from({ length: ASCII_SIZE }, (_, codePoint) => classOf(codePoint)),
    classOf,
    classesOf,
  };
};

const distinct = (sets: readonly CodePointSet[]): readonly CodePointSet[] => [
  ...new Map(
    sets.map((set) => [set.map(({ from, to }) => `${from}-${to}`).join(), set] as const),
  ).values(),
];

/** Where membership in some set may change; the first is 0. */
const intervalStarts = (sets: readonly CodePointSet[]): Int32Array => {
  const starts = new Set([0]);
  for (const set of sets) {
    for (const { from, to } of set) {
      starts.add(from);
      if (to < MAX_CODE_POINT) {
        starts.add(to + 1);
      }
    }
  }
  return Int32Array.from(starts).sort();
};

const intervalAt = (starts: Int32Array, codePoint: number): number => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= codePoint) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
};

const forEachInterval = (
  starts: Int32Array,
  set: CodePointSet,
  visit: (interval: number) => void,
): void => {
  for (const { from, to } of set) {
    for (let i = intervalAt(starts, from); i < starts.length && starts[i]! <= to; i += 1) {
      visit(i);
    }
  }
};

/** Splits the class of all intervals once for each set, into what is inside and what is outside. */
const refine = (
  starts: Int32Array,
  sets: readonly CodePointSet[],
): { classes: Int32Array; classCount: number } => {
  const classes = new Int32Array(starts.length);
  let next = 1;
  let memberships = 0;
  for (const set of sets) {
    const inside = new Map<number, number>();
    forEachInterval(starts, set, (interval) => {
      memberships += 1;
      const before = classes[interval]!;
      let after = inside.get(before);
      if (after === undefined) {
        after = next;
        next += 1;
        inside.set(before, after);
      }
      classes[interval] = after;
    });
    if (memberships > MAX_MEMBERSHIPS) {
      throw tooComplex(0, 'Use fewer different character classes.');
    }
  }
  return numberedFromZero(classes);
};

const numberedFromZero = (classes: Int32Array): { classes: Int32Array; classCount: number } => {
  const numbers = new Map<number, number>();
  const numbered = Int32Array.from(classes, (old) => {
    const number = numbers.get(old) ?? numbers.size;
    numbers.set(old, number);
    return number;
  });
  return { classes: numbered, classCount: numbers.size };
};
