// SPDX-License-Identifier: Apache-2.0
import { tooComplex } from '../../pattern_error';
import { derivativeOf } from './derivative';
import type { Term } from './term';
import type { TermArena } from './term_arena';

/** As many as Elasticsearch lets an expression have (`max_determinized_states`). */
const MAX_STATES = 10_000;

/** Keeps the time below about a second. */
const MAX_STEPS = 1_000_000;

/**
 * Whether no text at all matches. Tries every state the term can get into, and throws
 * PatternError when these are too many.
 */
export const isEmptyLanguage = (arena: TermArena, start: Term, offset: number): boolean => {
  const states = new Set([start]);
  let empty = true;
  const lastStep = arena.steps + MAX_STEPS;
  for (const state of states) {
    empty &&= !state.nullable;
    if (states.size > MAX_STATES || arena.steps > lastStep) {
      throw tooComplex(offset, 'Use shorter operands, or lower repeat counts, with ~ and &.');
    }
    for (let classNumber = 0; classNumber < arena.classCount; classNumber += 1) {
      states.add(derivativeOf(arena, state, classNumber));
    }
  }
  return empty;
};
