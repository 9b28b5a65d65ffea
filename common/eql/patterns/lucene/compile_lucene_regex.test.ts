// SPDX-License-Identifier: Apache-2.0
import { compileLuceneRegex } from './compile_lucene_regex';

const matches = (pattern: string, text: string, caseInsensitive = false): boolean =>
  compileLuceneRegex(pattern, { caseInsensitive })(text);

const wrong = (pattern: string, yes: string[], no: string[], caseInsensitive = false) => ({
  missed: yes.filter((text) => !matches(pattern, text, caseInsensitive)),
  matched: no.filter((text) => matches(pattern, text, caseInsensitive)),
});

const NONE_WRONG = { missed: [], matched: [] };

describe('compileLuceneRegex', () => {
  it.each<[name: string, pattern: string, yes: string[], no: string[]]>([
    ['nothing', '', [''], ['a', ' ']],
    ['text', 'foo', ['foo'], ['Foo', 'foobar', 'barfoo', '', 'fo']],
    ['a dot', 'a.b', ['a.b', 'aXb', 'a\nb', 'a😀b', 'a\ud800b'], ['ab', 'aXXb']],
    ['?', 'ab?', ['a', 'ab'], ['', 'abb', 'b']],
    ['+', 'fo+', ['fo', 'foo', 'fooo'], ['f', 'foox']],
    ['*', 'fo*', ['f', 'fo', 'foo'], ['', 'o']],
    ['operators after one another', 'a+?', ['', 'a', 'aa'], ['b']],
    ['a lazy star as an optional one', '.*?b', ['b', 'ab', 'bb'], ['', 'a']],
    ['|', 'foo|bar.*', ['foo', 'bar', 'barfoo'], ['foobar', '']],
    ['| in three', 'a|b|cd', ['a', 'b', 'cd'], ['c', 'ad', 'abcd']],
    ['{n}', 'a{3}', ['aaa'], ['aa', 'aaaa', '']],
    ['{n,}', 'a{2,}', ['aa', 'aaa', 'aaaaaa'], ['', 'a']],
    ['{n,m}', 'a{1,3}', ['a', 'aa', 'aaa'], ['', 'aaaa']],
    ['{0}', 'ba{0}', ['b'], ['ba', '']],
    ['{0,}', 'a{0,}', ['', 'aaa'], ['b']],
    ['{n,m} with n above m, as nothing', 'a{3,2}', [], ['', 'a', 'aa', 'aaa']],
    ['{n} twice', '(ab){2}{2}', ['abababab'], ['abab', 'ababab']],
    ['{n} of what may be empty', '(a?){3}', ['', 'a', 'aa', 'aaa'], ['aaaa']],
    ['{n,} of some', '(a{1,2}){3,}', ['aaa', 'aaaaaaa'], ['aa', '']],
    ['leading zeros in a count', 'a{002}', ['aa'], ['a']],
    ['a group', '(ab)+', ['ab', 'abab'], ['', 'aba']],
    ['an empty group', 'a()b', ['ab'], ['a', 'a()b']],
    ['a set', '[abc]', ['a', 'b', 'c'], ['d', 'ab', '', 'A']],
    ['a range', '[a-c0-1]', ['a', 'b', 'c', '0', '1'], ['d', '-', '2']],
    ['a negated set', '[^a-c]', ['d', '\n', '😀'], ['a', 'b', '', '^d', 'dd']],
    ['a caret inside a set', '[a^]', ['a', '^'], ['b']],
    ['operators inside a set', '[.*|"~&#@<(]', [...'.*|"~&#@<('], ['a', '', '\\']],
    ['a closing bracket first in a set', '[]a]', [']', 'a'], ['[', '']],
    ['a closing bracket first in a negated set', '[^]a]', ['[', 'b'], [']', 'a']],
    ['a closing bracket alone', 'a]', ['a]'], ['a']],
    ['a hyphen first in a set', '[-a]', ['-', 'a'], ['b']],
    ['an escaped hyphen in a set', '[a\\-z]', ['a', '-', 'z'], ['b', '\\']],
    ['an escaped bracket in a set', '[\\]\\[]', [']', '['], ['\\']],
    ['a range of emoji', '[😀-😂]', ['😀', '😁', '😂'], ['😃', '\ud83d']],
    ['an escaped end of a range', '[a-\\d]', ['a', 'b', 'c', 'd'], ['0', '\\', 'e']],
    ['no range from an escaped backslash', '[\\\\-a]', ['\\', '-', 'a'], ['_', '`']],
    ['\\d', '\\d+', ['123'], ['', '12.5', '0x1F', '٣', '\\d']],
    ['\\D', '\\D+', ['abc', '٣'], ['a1', '']],
    ['\\w', '\\w+', ['aZ_09'], ['a-b', 'é', '']],
    ['\\W', '\\W', ['-', 'é', '\n'], ['a', '_', '']],
    ['\\s', '\\s+', [' \t\r\n'], ['\f', '\v', '\u00a0', '']],
    ['\\S', '\\S+', ['a\f\v'], [' ', 'a b', '']],
    ['predefined classes in a set', '[\\d\\s_]', ['1', ' ', '_'], ['a', '\\', 'd']],
    ['a predefined class before a hyphen', '[\\d-z]', ['5', '-', 'z'], ['a', 'y']],
    ['negated predefined classes', '[^\\D]', ['1'], ['a', '-']],
    ['an escaped operator', 'a\\.b', ['a.b'], ['aXb', 'a\\.b']],
    [
      'all operators escaped',
      '\\.\\?\\+\\*\\|\\{\\}\\[\\]\\(\\)\\"\\\\\\#\\@\\&\\<\\>\\~',
      ['.?+*|{}[]()"\\#@&<>~'],
      [''],
    ],
    ['an escaped digit or other letter', '\\5\\é', ['5é'], ['\\5\\é']],
    ['^ and $ as text', '^a$', ['^a$'], ['a']],
    ['a slash as text', '/a/', ['/a/'], ['a']],
    ['quoted text', '"a.b*"c', ['a.b*c'], ['aXbc', 'a.bbc']],
    ['a backslash in quoted text', '"a\\"b', ['a\\b'], ['ab', 'a"b']],
    ['a repeat of quoted text', '("ab")+', ['ab', 'abab'], ['abb']],
    ['empty quoted text', 'a""b', ['ab'], ['a""b']],
    ['~', '~a', ['', 'b', 'aa', 'ab'], ['a']],
    [
      '~ of one operand only',
      '~foo',
      ['Foo', 'barfoo', 'fooBARfoo', 'oo', 'ffoo'],
      ['foo', 'fo', ''],
    ],
    ['~ of a group', '~(foo)', ['', 'Foo', 'foobar', 'fo'], ['foo']],
    ['~ before a repeat', '~a*', ['', 'aa', 'bb', 'ba'], ['a']],
    ['~ before an optional', '~(ab)?c', ['c', 'xc', 'abac', 'ac'], ['abc', 'ab']],
    ['~ twice', '~~a', ['a'], ['', 'b', 'aa']],
    ['~ within', 'a~(b)c', ['ac', 'axc', 'abbc'], ['abc', 'a']],
    ['~ repeated', '(~(ab*)c){2}', ['cc', 'xcyc', 'bacc'], ['c', 'ab', '']],
    ['&', '.*a.*&.*b.*', ['ab', 'ba', 'xaybz'], ['a', 'b', '']],
    ['& in three', 'a.*&.*b.*&.*c', ['abc', 'axbyc'], ['ab', 'acb', 'bc']],
    ['& above |', 'x|a.&.b', ['x', 'ab'], ['xb', 'ac', 'aa']],
    ['& with ~', '[a-z]+&~(foo|bar)', ['fo', 'foobar'], ['foo', 'bar', '', 'fo1']],
    ['& of what nothing fits', 'a&b', [], ['a', 'b', '']],
    ['@', '@', ['', 'a', 'a\nb', '😀'], []],
    ['@ within', 'a@b', ['ab', 'axyzb'], ['a', 'abc']],
    ['@ with &~', '@&~(abc.+)', ['', 'abc', 'abd', 'xabcd'], ['abcd']],
    ['#', '#', [], ['', '#', 'a']],
    ['# as an alternative', '#|abc', ['abc'], ['', '#']],
    ['# in a sequence', 'a#b', [], ['ab', 'a#b', '']],
    ['# as optional', 'a#?', ['a'], ['', 'a#']],
    ['a star of nothing, which matches nothing', 'a#*', [], ['a', '', 'a#']],
    ['a star of what nothing fits, likewise', '(a&b)*|c', ['c'], ['', 'a']],
    ['a star of what nothing fits after a look', '(.*a&.*b)*|c', ['c'], ['', 'ab']],
    ['<n-m>', '<1-10>', ['1', '10', '01', '0007', '00010'], ['0', '11', '', '<1-10>', '1-10']],
    ['<n-m> with equally many digits', '<01-10>', ['01', '09', '10'], ['1', '001', '11', '00']],
    ['<n-m> of one digit', '<3-5>', ['3', '4', '5'], ['03', '2', '6']],
    ['<n-m> of three digits', 'foo<001-100>', ['foo001', 'foo050', 'foo100'], ['foo1', 'foo101']],
    ['<n-m> the wrong way round', '<10-1>', ['1', '10', '05'], ['0', '11']],
    ['<n-m> from 0', '<0-12>', ['0', '00', '12', '007'], ['13', '']],
    ['<n-m> of one number', '<7-07>', ['7', '07', '007'], ['6', '8', '70']],
    ['<n-m> repeated', '<1-2>{2}', ['12', '21', '11'], ['1', '13']],
    ['<n-m> up to the largest', '<5-2147483647>', ['2147483647', '99', '5'], ['2147483648', '4']],
    ['an operator in front as text', '*a', ['*a'], ['a', '', 'aa']],
    ['| in front as text', '|a', ['|a'], ['', 'a']],
    ['| twice', 'a||b', ['a', '|b'], ['b', '']],
    ['& in front as text', '&&.', ['&'], ['', '&&', '&&.']],
    ['a closing bracket in front as text', ')', [')'], ['']],
    ['a brace in front as text', '{2}', ['{2}'], ['']],
    ['closing signs as text', 'a}>', ['a}>'], ['a']],
    ['no lookahead', 'f(?=o)', ['f?=o'], ['f', 'fo', 'foo']],
    ['an operator after ~ as text', '~*', ['', 'a', '**'], ['*']],
    ['an emoji as one character', '😀?a{1}', ['😀a', 'a'], ['\ud83da', '😀']],
    ['letters outside of ASCII', 'straße|你好', ['straße', '你好'], ['STRASSE', '你']],
  ])('takes %s', (_, pattern, yes, no) => {
    expect(wrong(pattern, yes, no)).toEqual(NONE_WRONG);
  });

  it.each<[name: string, pattern: string, yes: string[], no: string[]]>([
    ['text', 'stra.*', ['straße', 'STRASSE', 'Stra'], ['str']],
    ['quoted text', '"A.b"', ['a.B'], ['axb']],
    ['single characters of a set', '[ab]', ['A', 'b'], ['C']],
    ['single characters of a negated set', '[^a]', ['b'], ['a', 'A']],
    ['no letters outside of ASCII', 'ü\u212a', ['ü\u212a'], ['Ü\u212a', 'ük', 'üK']],
    ['no ranges', '[a-z]', ['a'], ['A']],
    ['no ranges, as with negation', '[^a-z]', ['A'], ['a']],
    ['nothing in predefined classes', '\\w\\d', ['A1', 'a1'], ['aa']],
    ['only letters', '[@\\[`{]', ['@', '[', '`', '{'], ['\u0060@', ' ']],
  ])('ignores case in %s', (_, pattern, yes, no) => {
    expect(wrong(pattern, yes, no, true)).toEqual(NONE_WRONG);
  });

  describe('answers as Elasticsearch 8.10 did', () => {
    const TEXTS = [
      ...['Foo', 'foo', 'FOO', 'foobar', 'barfoo', 'fooBARfoo', 'foo*bar', 'foo?bar', 'fooXbar'],
      ...['foo bar', 'a\\b\\c', 'C:\\Windows\\System32\\cmd.exe', 'say "hi"', 'line1\nline2'],
      ...['', ' ', '123', '0x1F', '12.5', '-7', 'a.b', 'aXb', 'a+b', '(paren)', 'straße'],
      ...['STRASSE', '你好', 'emoji 😀 end'],
    ];

    it.each<[pattern: string, caseInsensitive: boolean, matched: string[]]>([
      ['fo+', false, ['foo']],
      ['a.b', false, ['a.b', 'aXb', 'a+b']],
      ['a\\.b', false, ['a.b']],
      ['\\d+', false, ['123']],
      ['foo|bar.*', false, ['foo', 'barfoo']],
      ['oo', false, []],
      ['f(?=o)', false, []],
      ['@', false, TEXTS],
      ['', false, ['']],
      ['line1.line2', false, ['line1\nline2']],
      ['stra.*', true, ['straße', 'STRASSE']],
      ['C:\\\\Windows\\\\.*\\\\(cmd|powershell)\\.exe', true, ['C:\\Windows\\System32\\cmd.exe']],
    ])('%j, ignoring case: %j', (pattern, caseInsensitive, matched) => {
      const test = compileLuceneRegex(pattern, { caseInsensitive });
      expect(TEXTS.filter(test)).toEqual(matched);
    });
  });
});
