// SPDX-License-Identifier: Apache-2.0
import { foldAsciiCase } from '../fold_ascii_case';
import type { PatternOptions, TextTest } from '../pattern_options';
import { compileLiteralWildcard } from './literal_wildcard';
import { compileCodePointWildcard } from './code_point_wildcard';

/**
 * A test for texts that match a wildcard pattern as a whole: `*` is any run of characters, line
 * ends included, `?` any one code point, and everything else is itself, the backslash too.
 * Ignoring case folds A to Z only. Any string is a pattern, so this never throws. Takes time in
 * proportion to text times pattern at worst.
 * Source: answers of Elasticsearch 8.10 to EQL's `:` and `like`.
 */
export const compileWildcard = (pattern: string, { caseInsensitive }: PatternOptions): TextTest => {
  if (!caseInsensitive) {
    return compileCaseSensitive(pattern);
  }
  const matches = compileCaseSensitive(foldAsciiCase(pattern));
  return (text) => matches(foldAsciiCase(text));
};

const compileCaseSensitive = (pattern: string): TextTest =>
  pattern.includes('?') || hasLoneSurrogate(pattern)
    ? compileCodePointWildcard(pattern)
    : compileLiteralWildcard(pattern);

/** Comparing such a pattern by UTF-16 units would find half a code point. */
const hasLoneSurrogate = (text: string): boolean =>
  [...text].some((char) => char.length === 1 && char >= '\ud800' && char <= '\udfff');
