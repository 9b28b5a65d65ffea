// SPDX-License-Identifier: Apache-2.0
import { evaluate, evaluationError } from './evaluate_test_helpers';

describe('substring', () => {
  it.each([
    ['substring("start regsvr32.exe", 6)', 'regsvr32.exe'],
    ['substring("start regsvr32.exe", 0, 5)', 'start'],
    ['substring("start regsvr32.exe", 6, 14)', 'regsvr32'],
    ['substring("start regsvr32.exe", -4)', '.exe'],
    ['substring("start regsvr32.exe", -4, -1)', '.ex'],
    ['substring("foo", 1, 100)', 'oo'],
    ['substring("foobar", 3, 1)', ''],
    ['substring("foo", 100)', ''],
    ['substring("foo", 3)', ''],
    ['substring("foo", 0, -1)', 'fo'],
    ['substring("foo", -100)', 'foo'],
    ['substring("foo", -100, -1)', 'fo'],
    ['substring("foo", 0, -100)', ''],
    ['substring("", 0)', ''],
    ['substring(text, 0, 1)', 'f'],
    ['substring(other, 0, 1)', null],
    ['substring(null, 0)', null],
    ['substring(text, count)', 'bar'],
  ])('%s is %j', (expression, result) => {
    expect(evaluate(expression, { text: 'foobar', count: 3 })).toBe(result);
  });

  it.each([
    ['substring(text)', /^parsing: line 1:12: .*Write substring\(source, start, \[end\]\)$/],
    ['substring(text, 1, 2, 3)', /^parsing: line 1:12: /],
    ['substring~(text, 0)', /^parsing: line 1:12: .*no form/],
    ['substring(count, 0)', /^verification: line 1:11: \[source\] .*string/],
    ['substring(text, "a")', /^verification: line 1:11: \[start\] .*integer/],
    ['substring(text, 1.5)', /^verification: line 1:11: \[start\] .*integer/],
    ['substring(text, 1, "b")', /^verification: line 1:11: \[end\] .*integer/],
  ])('%s is an error', (expression, message) => {
    expect(evaluationError(expression)).toMatch(message);
  });
});
