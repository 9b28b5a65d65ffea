// SPDX-License-Identifier: Apache-2.0
import type { PatternOptions, TextTest } from '../pattern_options';
import { alphabetFor } from './engine/alphabet';
import { buildTerm, characterSetsOf } from './engine/build_term';
import { LazyAutomaton } from './engine/lazy_automaton';
import { refuseTooComplex } from './engine/refuse_too_complex';
import { TermArena } from './engine/term_arena';
import { parsePattern } from './syntax/parse_pattern';

/** The automaton behind `compileLuceneRegex`, for those who want its counts. */
export const luceneAutomaton = (pattern: string, options: PatternOptions): LazyAutomaton => {
  const tree = parsePattern(pattern, options);
  refuseTooComplex(tree);
  const alphabet = alphabetFor(characterSetsOf(tree));
  const arena = new TermArena(alphabet.classCount);
  return new LazyAutomaton(arena, alphabet, buildTerm(arena, alphabet, tree));
};

/**
 * A test for texts that match a regular expression as a whole, in Lucene 9's syntax with all
 * optional operators on: what `regexp` queries take with `flags: ALL`, and EQL's `regex`.
 * Reads code points, takes time linear in the text whatever the pattern, and keeps a bounded
 * amount of memory. Ignoring case folds A to Z only, and single characters and quoted text only,
 * not ranges (`[a-z]`) or classes.
 * Throws PatternError for a malformed pattern, and for one that is too complex.
 * Source: Lucene's RegExp, and Elasticsearch's "Regular expression syntax" page.
 */
export const compileLuceneRegex = (pattern: string, options: PatternOptions): TextTest => {
  const automaton = luceneAutomaton(pattern, options);
  return (text) => automaton.matches(text);
};
