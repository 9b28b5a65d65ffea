// SPDX-License-Identifier: Apache-2.0
import { evaluate, evaluationError } from './evaluate_test_helpers';

const CMD = 'C:\\Windows\\System32\\cmd.exe';

describe('between', () => {
  it.each<[string, string, string | null]>([
    ['between(text, "System32\\\\", ".exe")', CMD, 'cmd'],
    ['between(text, "system32\\\\", ".exe")', CMD, ''],
    ['between(text, "workspace\\\\", ".exe")', CMD, ''],
    ['between(text, "\\\\", "\\\\", false)', CMD, 'Windows'],
    ['between(text, "\\\\", "\\\\")', CMD, 'Windows'],
    ['between(text, "\\\\", "\\\\", true)', CMD, 'Windows\\System32'],
    ['between(text, "f", "r")', 'foobar', 'ooba'],
    ['between(text, "o", "o")', 'foobar', ''],
    ['between(text, "(", ")")', '(paren)', 'paren'],
    ['between(text, "a", "z")', 'abc', ''],
    ['between(text, "z", "a")', 'abc', ''],
    ['between(text, "b", "a")', 'abc', ''],
    ['between(text, "f", "")', 'foobar', 'foobar'],
    ['between(text, "", "r")', 'foobar', 'foobar'],
    ['between(text, "x", "y")', '', ''],
    ['between(text, "😀", "😀")', 'a😀b😀c', 'b'],
  ])('%s of %j is %j', (expression, text, result) => {
    expect(evaluate(expression, { text })).toBe(result);
  });

  it.each([
    ['between("", "system32\\\\", ".exe")', ''],
    ['between("", "", "")', ''],
    ['between(null, "system32\\\\", ".exe")', null],
    ['between("a", null, "b")', null],
    ['between("a", "b", null)', null],
    ['between(text, "a", "b")', null],
  ])('%s is %j', (expression, result) => {
    expect(evaluate(expression)).toBe(result);
  });

  it.each([
    ['between~(text, "SYSTEM32\\\\", ".EXE")', CMD, 'cmd'],
    ['between~(text, "system32\\\\", ".exe", true)', CMD, 'cmd'],
    ['between~(text, "F", "R")', 'foObar', 'oOba'],
    ['between(text, "F", "R")', 'foObar', ''],
  ])('%s of %j is %j, whatever the case', (expression, text, result) => {
    expect(evaluate(expression, { text })).toBe(result);
  });

  it('fails where a greedy match overlaps', () => {
    expect(evaluationError('between(text, "o", "o", true)', { text: 'foo' })).toBe(
      'no error, but ',
    );
    expect(evaluationError('between(text, "o", "o", true)', { text: 'barfo' })).toMatch(
      /^evaluation: line 1:11: The last \[o\] begins before/,
    );
    expect(evaluationError('between(text, "x", "o", true)', { text: 'ox' })).toMatch(
      /^evaluation: /,
    );
  });

  it.each([
    [
      'between(text, "a")',
      /^parsing: line 1:12: .*can not take 2 arguments. Write between\(source, left, right, \[greedy\]\)$/,
    ],
    ['between(text, "a", "b", true, 1)', /^parsing: line 1:12: .*can not take 5 arguments/],
    [
      'between(count, "a", "b")',
      /^verification: line 1:11: \[source\] of \[between\] must be .*string/,
    ],
    ['between(text, 1, "b")', /^verification: line 1:11: \[left\]/],
    ['between(text, "a", 2)', /^verification: line 1:11: \[right\]/],
    ['between(text, "a", "b", "c")', /^verification: line 1:11: \[greedy\] .*boolean/],
  ])('%s is an error', (expression, message) => {
    expect(evaluationError(expression)).toMatch(message);
  });
});
