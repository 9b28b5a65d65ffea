// SPDX-License-Identifier: Apache-2.0
import { evaluate, evaluationError } from './evaluate_test_helpers';

describe('length', () => {
  it.each([
    ['length("explorer.exe")', 12],
    ['length("start explorer.exe")', 18],
    ['length("")', 0],
    ['length(null)', null],
    ['length(text)', 12],
    ['length(other)', null],
    ['length("你好")', 2],
    ['length("emoji 😀 end")', 12],
    ['length(concat(text, "!"))', 13],
  ])('%s is %j', (expression, result) => {
    expect(evaluate(expression, { text: 'regsvr32.exe' })).toBe(result);
  });

  it.each([
    ['length()', /^parsing: line 1:12: .*can not take 0 arguments. Write length\(source\)$/],
    ['length(text, 1)', /^parsing: line 1:12: .*can not take 2 arguments/],
    ['length~(text)', /^parsing: line 1:12: .*no form that ignores case. Write length without/],
    ['length(count)', /^verification: line 1:11: \[source\] of \[length\] must be .*string.*long/],
    ['length(address)', /^verification: line 1:11: /],
  ])('%s is an error', (expression, message) => {
    expect(evaluationError(expression)).toMatch(message);
  });
});
