// SPDX-License-Identifier: Apache-2.0
export { foldAsciiCase } from './fold_ascii_case';
export { compileLuceneRegex } from './lucene/compile_lucene_regex';
export { PatternError } from './pattern_error';
export { compileWildcard } from './wildcard/compile_wildcard';
export type { PatternOptions, TextTest } from './pattern_options';
