// SPDX-License-Identifier: Apache-2.0
import { dropCovered } from './drop_covered';
import type { CharacterTerm, Term } from './term';
import { EMPTY, EVERYTHING, NOTHING, type TermArena } from './term_arena';

/*
 * Terms for each operator, simplified enough that a pattern has only finitely many derivatives:
 * unions and intersections are sets, sequences are chains to the right.
 */

/** One code point of any of the classes, which ascend. */
export const characterTerm = (arena: TermArena, classes: readonly number[]): Term =>
  classes.length === 0 ? NOTHING : arena.character(classes);

/** `left`, then `right`. Does not spread a union over `right`: see `eachBefore`. */
export const sequenceTerm = (arena: TermArena, left: Term, right: Term): Term => {
  if (right === NOTHING || left === NOTHING) {
    return NOTHING;
  }
  const heads: Term[] = [];
  let last = left;
  for (; last.kind === 'sequence'; last = last.tail) {
    heads.push(last.head);
  }
  heads.push(last);
  return heads.reduceRight((tail, head) => chain(arena, head, tail), right);
};

const chain = (arena: TermArena, head: Term, tail: Term): Term => {
  if (head === EMPTY) {
    return tail;
  }
  if (tail === EMPTY) {
    return head;
  }
  if ((head === EVERYTHING && tail.nullable) || (tail === EVERYTHING && head.nullable)) {
    return EVERYTHING;
  }
  const repeated = head === EVERYTHING && tail.kind === 'sequence' && tail.head === EVERYTHING;
  return repeated ? tail : arena.sequence(head, tail);
};

/**
 * Each alternative of `left`, then `right`. Derivatives need the spread form, so that a state is a
 * set of chains; in a whole pattern it would double with every pair of brackets.
 */
export const eachBefore = (arena: TermArena, left: Term, right: Term): Term =>
  left.kind === 'union'
    ? unionTerm(
        arena,
        left.parts.map((part) => sequenceTerm(arena, part, right)),
      )
    : sequenceTerm(arena, left, right);

export const repeatTerm = (arena: TermArena, body: Term, min: number, max: number): Term => {
  if (max < min) {
    return NOTHING;
  }
  if (max === 0 || body === EMPTY) {
    return EMPTY;
  }
  if (body === NOTHING) {
    return min === 0 ? EMPTY : NOTHING;
  }
  if (body === EVERYTHING || (min === 1 && max === 1)) {
    return body;
  }
  if (max === Infinity) {
    return unboundedRepeat(arena, body, min);
  }
  return arena.repeat(body, body.nullable ? 0 : min, max);
};

const unboundedRepeat = (arena: TermArena, body: Term, min: number): Term => {
  if (body.kind === 'character' && body.classes.length === arena.classCount && min === 0) {
    return EVERYTHING;
  }
  if (body.kind === 'repeat' && body.min <= 1) {
    // (a?)*, (a*)*, (a+)* and (a+)+ are no more than a repeat of a.
    return unboundedRepeat(arena, body.body, min * body.min);
  }
  return arena.repeat(body, body.nullable ? 0 : min, Infinity);
};

export const unionTerm = (arena: TermArena, terms: readonly Term[]): Term => {
  const flat = terms.flatMap((term) => (term.kind === 'union' ? term.parts : term));
  const parts = setOf(mergeCharacters(arena, flat, classesOfAny));
  const nullable = parts.some((part) => part !== EMPTY && part.nullable);
  const needed = dropCovered(
    parts.filter((part) => part !== NOTHING && !(part === EMPTY && nullable)),
  );
  if (needed.length < 2) {
    return needed[0] ?? NOTHING;
  }
  return needed.includes(EVERYTHING) ? EVERYTHING : arena.union(needed);
};

export const intersectionTerm = (arena: TermArena, terms: readonly Term[]): Term => {
  const flat = terms.flatMap((term) => (term.kind === 'intersection' ? term.parts : term));
  const merged = mergeCharacters(arena, flat, classesOfAll);
  const parts = setOf(merged).filter((part) => part !== EVERYTHING);
  if (parts.length < 2) {
    return parts[0] ?? EVERYTHING;
  }
  if (parts.includes(NOTHING)) {
    return NOTHING;
  }
  if (parts.includes(EMPTY)) {
    return parts.every((part) => part.nullable) ? EMPTY : NOTHING;
  }
  return arena.intersection(parts);
};

/** Makes one of all parts that are single characters. */
const mergeCharacters = (
  arena: TermArena,
  terms: readonly Term[],
  merge: (characters: readonly CharacterTerm[]) => readonly number[],
): readonly Term[] => {
  const characters = terms.filter((term): term is CharacterTerm => term.kind === 'character');
  return characters.length < 2
    ? terms
    : [
        ...terms.filter((term) => term.kind !== 'character'),
        characterTerm(arena, merge(characters)),
      ];
};

const classesOfAny = (characters: readonly CharacterTerm[]): readonly number[] =>
  [...new Set(characters.flatMap(({ classes }) => classes))].sort((a, b) => a - b);

const classesOfAll = (characters: readonly CharacterTerm[]): readonly number[] =>
  characters
    .map(({ classes }) => classes)
    .reduce((shared, classes) => {
      const others = new Set(classes);
      return shared.filter((classNumber) => others.has(classNumber));
    });

export const complementTerm = (arena: TermArena, body: Term): Term => {
  if (body === NOTHING) {
    return EVERYTHING;
  }
  if (body === EVERYTHING) {
    return NOTHING;
  }
  return body.kind === 'complement' ? body.body : arena.complement(body);
};

const setOf = (terms: readonly Term[]): readonly Term[] =>
  [...new Set(terms)].sort((a, b) => a.id - b.id);
