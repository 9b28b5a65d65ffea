// SPDX-License-Identifier: Apache-2.0
import { PatternError } from '../../pattern_error';
import { compileLuceneRegex } from '../compile_lucene_regex';

const compile = (pattern: string) => compileLuceneRegex(pattern, { caseInsensitive: false });

const errorOf = (pattern: string): PatternError => {
  try {
    compile(pattern);
  } catch (error) {
    if (error instanceof PatternError) {
      return error;
    }
    throw error;
  }
  throw new Error(`no error in ${pattern}`);
};

const nested = (depth: number, open: string, close: string): string =>
  `${open.repeat(depth)}a${close.repeat(depth)}`;

describe('refuseTooComplex', () => {
  it.each([
    ['a long text', 'b'.repeat(10_001), 0],
    ['a long text of very many characters', 'b'.repeat(300_000), 0],
    ['a large count', 'xa{10001}', 2],
    ['a large minimum', 'a{10001,}', 1],
    ['counts in counts', '(a{101}b{0}){100}', 12],
    ['counts of counts', 'a{2}{100}{51}', 9],
    ['very large counts of counts', 'a{99999}{99999}{99999}', 1],
    ['many operators after one another', `a${'*'.repeat(1000)}`, 500],
    ['many operators in many groups', nested(90, '(', '?+*{2,}|b&c)'), 226],
    ['a complement of too many states', '~((a|b)*a(a|b){15})c', 0],
    ['an intersection of too many states', 'x|(a|b)*a(a|b){15}&.*', 18],
  ])('refuses %s', (_, pattern, offset) => {
    expect(errorOf(pattern)).toMatchObject({ message: 'pattern too complex', offset });
  });

  it.each([
    ['a text that is long enough', 'b'.repeat(10_000), 'b'.repeat(10_000)],
    ['a count that is large enough', 'a{10000}', 'a'.repeat(10_000)],
    ['any count of nothing', '(){2000000000}', ''],
    ['any number of large classes', '[^a-z]'.repeat(5000), 'A'.repeat(5000)],
    ['groups as deep as they may be', nested(100, '(', ')'), 'a'],
    ['repeats as deep as they may be', nested(99, '(', 'b?c*)?'), 'abbccb'],
    ['complements as deep as they may be', nested(99, '~(', 'b*)'), 'bba'],
    ['many optional characters', 'a?'.repeat(1000), 'a'.repeat(500)],
  ])('lets %s pass', (_, pattern, text) => {
    expect(compile(pattern)(text)).toBe(true);
  });
});
