// SPDX-License-Identifier: Apache-2.0
import { PatternError } from '../../pattern_error';
import { parsePattern } from './parse_pattern';

const errorOf = (pattern: string): PatternError => {
  try {
    parsePattern(pattern, { caseInsensitive: false });
  } catch (error) {
    if (error instanceof PatternError) {
      return error;
    }
    throw error;
  }
  throw new Error(`no error in ${pattern}`);
};

describe('parsePattern', () => {
  it.each([
    ['[', 1, 'unexpected end-of-string'],
    ['[^', 2, 'unexpected end-of-string'],
    ['[a-', 3, 'unexpected end-of-string'],
    ['[a-\\', 4, 'unexpected end-of-string'],
    ['(', 1, 'unexpected end-of-string'],
    ['~', 1, 'unexpected end-of-string'],
    ['a|', 2, 'unexpected end-of-string'],
    ['a&', 2, 'unexpected end-of-string'],
    ['\\', 1, 'unexpected end-of-string'],
    ['a\\', 2, 'unexpected end-of-string'],
    ['😀[', 3, 'unexpected end-of-string'],
    ['[a', 2, "expected ']'"],
    ['[]', 2, "expected ']'"],
    ['[^]', 3, "expected ']'"],
    ['[\\]', 3, "expected ']'"],
    ['(a', 2, "expected ')'"],
    ['(a|)', 4, "expected ')'"],
    ['((a)', 4, "expected ')'"],
    ['a)', 1, 'end-of-string expected'],
    ['(a))b', 3, 'end-of-string expected'],
    ['"', 1, "expected '\"'"],
    ['a"b', 3, "expected '\"'"],
    ['a{', 2, 'integer expected'],
    ['a{}', 2, 'integer expected'],
    ['a{x}', 2, 'integer expected'],
    ['a{,3}', 2, 'integer expected'],
    ['a{-1}', 2, 'integer expected'],
    ['a{2', 3, "expected '}'"],
    ['a{2,', 4, "expected '}'"],
    ['a{2,3', 5, "expected '}'"],
    ['a{2x}', 3, "expected '}'"],
    ['a{2,3,4}', 5, "expected '}'"],
    ['a{1 }', 3, "expected '}'"],
    ['a{99999999999}', 2, 'integer out of range: 99999999999'],
    ['a{1,2147483648}', 4, 'integer out of range: 2147483648'],
    ['<', 1, "expected '>'"],
    ['<1-2', 4, "expected '>'"],
    ['<-2>', 3, 'interval syntax error'],
    ['<1->', 3, 'interval syntax error'],
    ['<a-b>', 4, 'interval syntax error'],
    ['x<1-2-3>', 7, 'interval syntax error'],
    ['<1 -2>', 5, 'interval syntax error'],
    ['<1-2147483648>', 13, 'interval syntax error'],
    ['<>', 1, "'' not found"],
    ['a<name>', 2, "'name' not found"],
    ['[b-a]', 1, 'invalid range: from (98) cannot be > to (97)'],
    ['[xa-]', 2, 'invalid range: from (97) cannot be > to (93)'],
    ['[+-', 3, 'unexpected end-of-string'],
    ['[+-]', 4, "expected ']'"],
    ['\\q', 0, 'invalid character class \\q'],
    ['ab\\n', 2, 'invalid character class \\n'],
    ['[\\b]', 1, 'invalid character class \\b'],
  ])('refuses %j at %d: %s', (pattern, offset, message) => {
    expect(errorOf(pattern)).toMatchObject({ offset, message });
  });

  it('says what to do about each error', () => {
    const remedies = [
      '[',
      '[a',
      '(a',
      'a)',
      '"',
      'a{',
      'a{99999999999}',
      '<',
      '<a>',
      '[b-a]',
      '\\q',
    ].map((pattern) => errorOf(pattern).remedy);
    expect(remedies.filter((remedy) => !/^[A-Z].*\.$/s.test(remedy))).toEqual([]);
  });

  it('refuses groups nested so deep that reading them would overflow the stack', () => {
    const nested = (depth: number): string => '('.repeat(depth) + 'a' + ')'.repeat(depth);
    expect(() => parsePattern(nested(100), { caseInsensitive: false })).not.toThrow();
    expect(errorOf(nested(100_000))).toMatchObject({ message: 'pattern too complex', offset: 100 });
  });
});
