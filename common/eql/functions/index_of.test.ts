// SPDX-License-Identifier: Apache-2.0
import { evaluate, evaluationError } from './evaluate_test_helpers';

const DOMAIN = { text: 'subdomain.example.com' };

describe('indexOf', () => {
  it.each([
    ['indexOf(text, ".")', 9],
    ['indexOf(text, ".", 9)', 9],
    ['indexOf(text, ".", 10)', 17],
    ['indexOf(text, ".", -6)', 9],
    ['indexOf("", "")', 0],
    ['indexOf(text, "")', 0],
    ['indexOf(text, "", 9)', 9],
    ['indexOf(text, "", 10)', 10],
    ['indexOf(text, "", -6)', 0],
    ['indexOf(text, "z")', null],
    ['indexOf(text, "z", 9)', null],
    ['indexOf(text, ".", 30)', null],
    ['indexOf(text, "M")', null],
    ['indexOf(null, ".", 9)', null],
    ['indexOf(text, null, 9)', null],
    ['indexOf(other, ".")', null],
    ['indexOf("😀.", ".")', 2],
  ])('%s is %j', (expression, result) => {
    expect(evaluate(expression, DOMAIN)).toBe(result);
  });

  it.each([
    ['indexOf~(text, "M")', 5],
    ['indexOf~("FOO", "o", 2)', 2],
    ['indexOf~("ÜBER", "über")', 0],
    ['indexOf~(text, "z")', null],
  ])('%s is %j, whatever the case', (expression, result) => {
    expect(evaluate(expression, DOMAIN)).toBe(result);
  });

  it.each([
    ['indexOf(text)', /^parsing: line 1:12: .*Write indexOf\(source, substring, \[start\]\)$/],
    ['indexOf(count, "a")', /^verification: line 1:11: \[source\] .*string/],
    ['indexOf(text, 1)', /^verification: line 1:11: \[substring\] .*string/],
    ['indexOf(text, "a", "b")', /^verification: line 1:11: \[start\] .*integer/],
    ['indexOf(text, "a", 1.5)', /^verification: line 1:11: \[start\] .*integer/],
  ])('%s is an error', (expression, message) => {
    expect(evaluationError(expression)).toMatch(message);
  });
});
