// SPDX-License-Identifier: Apache-2.0
import type { SequenceTerm, Term } from './term';
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
  const derive = (part: Term): Term => derivativeOf(arena, part, classNumber);
  switch (term.kind) {
    case 'sequence':
      return ofSequence(arena, term, derive);
    case 'repeat':
      // Right for a nullable body too: what skipping a copy would allow is among this already.
      return eachBefore(
        arena,
        derive(term.body),
        repeatTerm(arena, term.body, Math.max(0, term.min - 1), term.max - 1),
      );
    case 'union':
      return unionTerm(arena, term.parts.map(derive));
    case 'intersection':
      return intersectionTerm(arena, term.parts.map(derive));
    case 'complement':
      return complementTerm(arena, derive(term.body));
  }
};

/** Walks the chain rather than recursing, since it may be as long as the pattern. */
const ofSequence = (
  arena: TermArena,
  sequence: SequenceTerm,
  derive: (part: Term) => Term,
): Term => {
  const alternatives: Term[] = [];
  let rest: Term = sequence;
  while (rest.kind === 'sequence') {
    alternatives.push(eachBefore(arena, derive(rest.head), rest.tail));
    if (!rest.head.nullable) {
      return unionTerm(arena, alternatives);
    }
    rest = rest.tail;
  }
  return unionTerm(arena, [...alternatives, derive(rest)]);
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
