// SPDX-License-Identifier: Apache-2.0
import type { SequenceTerm, Term, UnionTerm } from './term';
import { EMPTY, EVERYTHING, NOTHING, type TermArena } from './term_arena';
import { complementTerm, eachBefore, intersectionTerm, repeatTerm, unionTerm } from './term_rules';

/**
 * What may follow once a code point of the class was read.
 * Source: J. Brzozowski, "Derivatives of Regular Expressions" (1964).
 */
export const derivativeOf = (arena: TermArena, term: Term, classNumber: number): Term => {
  switch (term.kind) {
    case 'nothing':
    case 'empty':
      return NOTHING;
    case 'everything':
      return EVERYTHING;
    case 'character':
      return includesSorted(term.classes, classNumber) ? EMPTY : NOTHING;
    default:
      return arena.derivative(term, classNumber, () => workOut(arena, term, classNumber));
  }
};

type CompoundTerm = Extract<
  Term,
  { kind: 'sequence' | 'repeat' | 'union' | 'intersection' | 'complement' }
>;

const workOut = (arena: TermArena, term: CompoundTerm, classNumber: number): Term => {
  switch (term.kind) {
    case 'sequence':
    case 'union':
      return unionTerm(arena, alternativesAfter(arena, term, classNumber));
    case 'repeat':
      // Right for a nullable body too: what skipping a copy would allow is among this already.
      return eachBefore(
        arena,
        derivativeOf(arena, term.body, classNumber),
        repeatTerm(arena, term.body, Math.max(0, term.min - 1), term.max - 1),
      );
    case 'intersection':
      return intersectionTerm(
        arena,
        term.parts.map((part) => derivativeOf(arena, part, classNumber)),
      );
    case 'complement':
      return complementTerm(arena, derivativeOf(arena, term.body, classNumber));
  }
};

/**
 * Walks all alternatives at once, so that in a?a?a?... the rest that many of them have in common
 * is walked only once; and does not recurse along a chain, which may be as long as the pattern.
 */
const alternativesAfter = (
  arena: TermArena,
  start: SequenceTerm | UnionTerm,
  classNumber: number,
): readonly Term[] => {
  const alternatives: Term[] = [];
  const walked = new Set<Term>([start]);
  for (const term of walked) {
    arena.countStep();
    if (term.kind === 'union') {
      term.parts.forEach((part) => walked.add(part));
    } else if (term.kind === 'sequence' && (term === start || term.head.nullable)) {
      alternatives.push(eachBefore(arena, derivativeOf(arena, term.head, classNumber), term.tail));
      if (term.head.nullable) {
        walked.add(term.tail);
      }
    } else {
      alternatives.push(derivativeOf(arena, term, classNumber));
    }
  }
  return alternatives;
};

const includesSorted = (numbers: readonly number[], wanted: number): boolean => {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return numbers[low] === wanted;
};
