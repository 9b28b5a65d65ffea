// SPDX-License-Identifier: Apache-2.0
import type { CodePointSet } from '../syntax/code_point_set';
import type {
  IntersectionNode,
  ComplementNode,
  PatternNode,
  RepeatNode,
} from '../syntax/syntax_tree';
import type { Alphabet } from './alphabet';
import { isEmptyLanguage } from './is_empty_language';
import type { Term } from './term';
import { EMPTY, EVERYTHING, NOTHING, type TermArena } from './term_arena';
import {
  characterTerm,
  complementTerm,
  intersectionTerm,
  repeatTerm,
  sequenceTerm,
  unionTerm,
} from './term_rules';

/** All sets that a pattern speaks of. */
export const characterSetsOf = (tree: PatternNode): readonly CodePointSet[] => {
  switch (tree.kind) {
    case 'character':
      return [tree.set];
    case 'sequence':
    case 'union':
    case 'intersection':
      return tree.parts.flatMap(characterSetsOf);
    case 'complement':
    case 'repeat':
      return characterSetsOf(tree.body);
    case 'any_string':
    case 'empty_language':
      return [];
  }
};

/** The term of a pattern; the alphabet is made of the pattern's sets. Throws PatternError. */
export const buildTerm = (arena: TermArena, alphabet: Alphabet, tree: PatternNode): Term => {
  const build = (node: PatternNode): Term => buildTerm(arena, alphabet, node);
  switch (tree.kind) {
    case 'empty_language':
      return NOTHING;
    case 'any_string':
      return EVERYTHING;
    case 'character':
      return characterTerm(arena, alphabet.classesOf(tree.set));
    case 'sequence':
      return tree.parts
        .map(build)
        .reduceRight((right, left) => sequenceTerm(arena, left, right), EMPTY);
    case 'union':
      return unionTerm(arena, tree.parts.map(build));
    case 'intersection':
      return settled(arena, tree, intersectionTerm(arena, tree.parts.map(build)));
    case 'complement':
      return settled(arena, tree, complementTerm(arena, build(tree.body)));
    case 'repeat':
      return buildRepeat(arena, tree, build(tree.body));
  }
};

/** Unlike elsewhere, repeating what never matches any number of times never matches in Lucene. */
const buildRepeat = (arena: TermArena, { min, max }: RepeatNode, body: Term): Term =>
  body === NOTHING && max === Infinity ? NOTHING : repeatTerm(arena, body, min, max);

/**
 * Makes terms that never match NOTHING. Also refuses an operand with too many states, as
 * Elasticsearch does, since such a term within others would make single steps ever larger.
 */
const settled = (
  arena: TermArena,
  { offset }: IntersectionNode | ComplementNode,
  term: Term,
): Term => (isEmptyLanguage(arena, term, offset) ? NOTHING : term);
