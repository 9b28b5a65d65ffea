// SPDX-License-Identifier: Apache-2.0
import { evaluate, evaluationError } from './evaluate_test_helpers';

describe('number', () => {
  it.each([
    ['number("1337")', 1337],
    ['number("42.5")', 42.5],
    ['number("deadbeef", 16)', 3735928559],
    ['number("0xdeadbeef")', 3735928559],
    ['number("0xdeadbeef", 16)', 3735928559],
    ['number("0x1F", 16)', 31],
    ['number("777", 8)', 511],
    ['number("101", 2)', 5],
    ['number("zz", 36)', 1295],
    ['number("-ff", 16)', -255],
    ['number("+1337")', 1337],
    ['number("-1337")', -1337],
    ['number("  1337  ")', 1337],
    ['number("12.50")', 12.5],
    ['number("1e3")', 1000],
    ['number(".5")', 0.5],
    ['number("9007199254740993")', 9007199254740993n],
    ['number("-9223372036854775808")', -9223372036854775808n],
    ['number(text)', 1337],
    ['number(other)', null],
    ['number(null)', null],
    ['number(null, 16)', null],
    ['number("0xdeadbeef", null)', 3735928559],
    ['number("1337", null)', 1337],
    ['number(string(7)) + 1', 8],
  ])('%s is %s', (expression, result) => {
    expect(evaluate(expression, { text: '1337' })).toBe(result);
  });

  it.each([
    ['number("")', 'evaluation: line 1:11: [] is no number of base 10'],
    ['number("abc")', 'evaluation: line 1:11: [abc] is no number of base 10'],
    ['number("1,5")', 'evaluation: line 1:11: [1,5] is no number of base 10'],
    ['number("1 2")', 'evaluation: line 1:11: [1 2] is no number of base 10'],
    ['number("0xfg")', 'evaluation: line 1:11: [0xfg] is no number'],
    ['number("0x1F", 10)', 'evaluation: line 1:11: [0x1F] is no number of base 10'],
    ['number("8", 8)', 'evaluation: line 1:11: [8] is no number of base 8'],
    ['number("1.5", 16)', 'evaluation: line 1:11: [1.5] is no number of base 16'],
    ['number("1", 1)', 'evaluation: line 1:11: [1] is no number of base 1'],
    ['number("1", 37)', 'evaluation: line 1:11: [1] is no number of base 37'],
    ['number(text)', 'evaluation: line 1:11: [x] is no number of base 10'],
    ['number()', 'parsing: line 1:12: '],
    ['number("1", 2, 3)', 'parsing: line 1:12: '],
    ['number~("1")', 'parsing: line 1:12: '],
    ['number(count)', 'verification: line 1:11: [source] of [number] must be of type string'],
    ['number(text, "a")', 'verification: line 1:11: [base] of [number] must be of type integer'],
  ])('%s is an error', (expression, message) => {
    expect(evaluationError(expression, { text: 'x' })).toContain(message);
  });
});
