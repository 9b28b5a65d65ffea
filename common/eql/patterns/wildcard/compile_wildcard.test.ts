// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { compileWildcard } from './compile_wildcard';

const matches = (pattern: string, text: string, caseInsensitive = false): boolean =>
  compileWildcard(pattern, { caseInsensitive })(text);

describe('compileWildcard', () => {
  it.each([
    ['text without wildcards', 'foo', ['foo'], ['Foo', 'fo', 'fooo', '']],
    ['no text', '', [''], [' ', 'a']],
    ['* alone', '*', ['', 'a', 'a\nb', '😀'], []],
    ['** as *', '**', ['', 'ab'], []],
    ['* at the end', 'foo*', ['foo', 'foobar', 'foo\nbar'], ['fo', 'barfoo', 'Foo']],
    ['* in front', '*foo', ['foo', 'barfoo', '\nfoo'], ['foobar', 'oo']],
    ['* on both sides', '*oo*', ['oo', 'foobar', 'a\noo\nb'], ['o', 'o o']],
    ['* between', 'foo*bar', ['foobar', 'foo*bar', 'foo\nbar'], ['foba', 'foobarx', 'foobaz']],
    ['* between what may not overlap', 'aba*ba', ['ababa', 'abaxba'], ['aba', 'abba']],
    ['several *', 'a*b*c', ['abc', 'axbxc', 'abcbc'], ['acb', 'ab', 'abcd']],
    ['* with the last piece twice', '*ab*ab', ['abab', 'abxab', 'ababab'], ['ab', 'aab']],
    ['? as one code point', 'foo?bar', ['foo?bar', 'foo*bar', 'foo\nbar', 'foo😀bar'], ['foobar']],
    ['? at the ends', '?a?', ['xay', '😀a😀'], ['a', 'ax', 'xa']],
    ['? and *', '*a?c*', ['abc', 'xaabcx', 'a😀c'], ['ac', 'abbc']],
    ['? and * going back', '*ab?d*d', ['ababcdd', 'abcdxd'], ['ababcd', 'abcd']],
    ['?* as at least one', '?*', ['a', '😀', 'ab'], ['']],
    ['an emoji', '😀*😀', ['😀😀', '😀x😀'], ['😀']],
    ['a backslash as itself', 'a\\b\\*', ['a\\b\\', 'a\\b\\c'], ['a\\b*', 'a*b']],
    ['a backslash before *', 'foo\\*bar', ['foo\\bar', 'foo\\xbar'], ['foo*bar']],
    ['regex operators as themselves', '[a-c]+.(d|e)^$', ['[a-c]+.(d|e)^$'], ['ab.d']],
    ['half of a code point by itself', '*\ude00', ['a\ude00'], ['😀']],
    ['half of a code point in front', '\ud83d*', ['\ud83da'], ['😀']],
  ])('takes %s', (_, pattern, yes, no) => {
    expect(yes.filter((text) => !matches(pattern, text))).toEqual([]);
    expect(no.filter((text) => matches(pattern, text))).toEqual([]);
  });

  it.each([
    ['text without wildcards', 'CMD.exe', ['cmd.EXE', 'cmd.exe'], ['cmd.ex']],
    ['*', '*.EXE', ['a.exe', 'A.Exe'], ['a.ex']],
    ['?', 'STRA?E', ['straße', 'STRAsE'], ['strasse']],
    ['letters of ASCII only', 'ünïcödé*', ['ünïcödé', 'ünïCödé'], ['ÜNÏCÖDÉ', 'Ünïcödé']],
  ])('ignores case in %s', (_, pattern, yes, no) => {
    expect(yes.filter((text) => !matches(pattern, text, true))).toEqual([]);
    expect(no.filter((text) => matches(pattern, text, true))).toEqual([]);
  });

  it('agrees with trying everything', () => {
    const naive = (pattern: readonly string[], text: readonly string[]): boolean => {
      const [wanted, ...patternRest] = pattern;
      const [found, ...textRest] = text;
      if (wanted === undefined) {
        return found === undefined;
      }
      if (wanted === '*' && naive(patternRest, text)) {
        return true;
      }
      if (found === undefined) {
        return false;
      }
      return wanted === '*'
        ? naive(pattern, textRest)
        : (wanted === '?' || wanted === found) && naive(patternRest, textRest);
    };
    const patterns = fc.stringOf(fc.constantFrom('a', 'b', '*', '?', '😀', '\\'), { maxLength: 8 });
    const texts = fc.stringOf(fc.constantFrom('a', 'b', '😀', '\n', '*', '\\'), { maxLength: 10 });
    fc.assert(
      fc.property(patterns, texts, (pattern, text) => {
        expect(matches(pattern, text)).toBe(naive([...pattern], [...text]));
      }),
      { numRuns: 3000 },
    );
  });

  it('finds what a pattern was made from', () => {
    const pieces = fc.array(fc.stringOf(fc.constantFrom('a', 'b', 'A', '😀')), { minLength: 1 });
    fc.assert(
      fc.property(pieces, fc.string(), (texts, between) => {
        expect(matches(texts.join('*'), texts.join(between))).toBe(true);
      }),
    );
  });

  it('finishes on patterns that make others go back and forth', () => {
    const text = 'a'.repeat(20_000);
    expect(matches(`${'*a'.repeat(30)}*b`, text)).toBe(false);
    expect(matches(`${'*a?'.repeat(30)}*b`, text)).toBe(false);
  });
});
