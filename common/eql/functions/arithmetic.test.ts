// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { calculate } from './arithmetic';
import { evaluate, evaluationError } from './evaluate_test_helpers';

const CASES: [string, Record<string, number>, number | null][] = [
  ['add(4, 5)', {}, 9],
  ['add(4, 0.5)', {}, 4.5],
  ['add(0.5, 0.25)', {}, 0.75],
  ['add(4, -2)', {}, 2],
  ['add(-2, -2)', {}, -4],
  ['add(count, 5)', { count: 4 }, 9],
  ['add(count, 0.5)', { count: 4 }, 4.5],
  ['add(count, total)', { count: 4, total: 2 }, 6],
  ['add(null, 4)', {}, null],
  ['add(4, null)', {}, null],
  ['add(null, count)', { count: 4 }, null],
  ['add(count, total)', { count: 4 }, null],
  ['subtract(10, 2)', {}, 8],
  ['subtract(10.5, 0.5)', {}, 10],
  ['subtract(1, 0.2)', {}, 0.8],
  ['subtract(-2, 4)', {}, -6],
  ['subtract(-2, -4)', {}, 2],
  ['subtract(15, count)', { count: 10 }, 5],
  ['subtract(count, 0.5)', { count: 10 }, 9.5],
  ['subtract(null, 2)', {}, null],
  ['subtract(2, null)', {}, null],
  ['multiply(2, 2)', {}, 4],
  ['multiply(0.5, 2)', {}, 1],
  ['multiply(0.25, 2)', {}, 0.5],
  ['multiply(-2, 2)', {}, -4],
  ['multiply(-2, -2)', {}, 4],
  ['multiply(0.25, count)', { count: 2 }, 0.5],
  ['multiply(null, 2)', {}, null],
  ['multiply(2, null)', {}, null],
  ['divide(4, 2)', {}, 2],
  ['divide(4, 3)', {}, 1],
  ['divide(4, 3.0)', {}, 4 / 3],
  ['divide(4, 0.5)', {}, 8],
  ['divide(0.5, 4)', {}, 0.125],
  ['divide(0.5, 0.25)', {}, 2],
  ['divide(4, -2)', {}, -2],
  ['divide(-4, -2)', {}, 2],
  ['divide(4, count)', { count: 3 }, 1],
  ['divide(4.0, count)', { count: 3 }, 4 / 3],
  ['divide(12, count)', { count: 4 }, 3],
  ['divide(null, 4)', {}, null],
  ['divide(4, null)', {}, null],
  ['modulo(10, 6)', {}, 4],
  ['modulo(10, 5)', {}, 0],
  ['modulo(10, 0.5)', {}, 0],
  ['modulo(10, -6)', {}, 4],
  ['modulo(-10, -6)', {}, -4],
  ['modulo(106, count)', { count: 10 }, 6],
  ['modulo(null, 5)', {}, null],
  ['modulo(7, null)', {}, null],
];

const OPERATORS: [string, Record<string, number>, number | null][] = [
  ['7 + -3', {}, 4],
  ['7 - -3', {}, 10],
  ['-7 * 3.0', {}, -21],
  ['7 / 2', {}, 3],
  ['-7 / 2', {}, -3],
  ['7 / 2.0', {}, 3.5],
  ['7.0 / 2', {}, 3.5],
  ['-10 % 4', {}, -2],
  ['10 % -4', {}, 2],
  ['3 + 4 - 5 * 6 / 7', {}, 3],
  ['((3 + 4) - 5) * 6 / 7', {}, 1],
  ['10 - 3 - 2', {}, 5],
  ['-count', { count: 5 }, -5],
  ['-count', {}, null],
  ['-ratio', { ratio: 0.5 }, -0.5],
  ['count + ratio', { count: 1, ratio: 0.5 }, 1.5],
  ['count + null', { count: 1 }, null],
  ['0.1 + 0.2', {}, 0.1 + 0.2],
  ['1.0 / 0', {}, Infinity],
  ['-1.0 / 0', {}, -Infinity],
  ['0.0 / 0', {}, NaN],
];

describe('arithmetic', () => {
  it.each(CASES)('%s is %s', (text, values, result) => {
    expect(evaluate(text, values)).toBe(result);
  });

  it.each(OPERATORS)('%s is %s', (text, values, result) => {
    expect(evaluate(text, values)).toBe(result);
  });

  it.each([
    ['9007199254740993 + 1', 9007199254740994n],
    ['9007199254740993 - 9007199254740992', 1],
    ['9007199254740991 + 2', 9007199254740993n],
    ['3037000500 * 3037000499', 9223372033963249500n],
    ['9223372036854775807 % 10', 7],
    ['9223372036854775807 / 2', 4611686018427387903n],
    ['-9223372036854775807 / 2', -4611686018427387903n],
  ])('%s is exact', (text, result) => {
    expect(evaluate(text)).toBe(result);
  });

  it.each(['1 / 0', '1 % 0', 'divide(1, 0)', 'modulo(5, 0)', '9223372036854775807 / 0'])(
    '%s is an error',
    (text) => {
      expect(evaluationError(text)).toMatch(/^evaluation: line 1:11: .*divided by 0/);
    },
  );

  it.each([{ count: 0 }, { count: 5 }])('a field divided by 0 is an error: %j', (values) => {
    expect(evaluationError('count / 0 == 1', values)).toMatch(/^evaluation: .*divided by 0/);
    expect(evaluationError('5 / (count - count) == 1', values)).toMatch(/divided by 0/);
  });

  it('a missing value divided by 0 is missing', () => {
    expect(evaluate('count / 0')).toBeNull();
  });

  it.each([
    '2147483647 + 1',
    '65536 * 65536',
    '-(-2147483647 - 1)',
    '9223372036854775807 + 1',
    '-9223372036854775807 - 2',
  ])('an overflow of constants is an error, as in Java: %s', (text) => {
    expect(evaluationError(text)).toMatch(/^evaluation: line 1:11: /);
  });

  it.each([
    ['huge + 0', 18446744073709551615n],
    ['huge - 1', 18446744073709551614n],
    ['huge / 10', 1844674407370955161n],
    ['huge % 10', 5],
  ])('an unsigned long stays unsigned: %s', (text, result) => {
    expect(evaluate(text, { huge: 18446744073709551615n })).toBe(result);
  });

  it.each([
    ['add("1", 2)', 'left'],
    ['subtract(1, true)', 'right'],
    ['multiply(text, 2)', 'left'],
    ['divide(2, time)', 'right'],
  ])('%s is an error', (text, parameter) => {
    const error = evaluationError(text);
    expect(error).toMatch(/^verification: line 1:11: /);
    expect(error).toContain(
      `[${parameter}] of [${text.replace(/\(.*/, '')}] must be of type numeric`,
    );
  });

  it('whole numbers follow Java: the sum of quotient and remainder is the dividend', () => {
    const int = fc.oneof(fc.integer(), fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }));
    fc.assert(
      fc.property(int, int, (a, b) => {
        fc.pre(b !== 0 && b !== 0n);
        const quotient = calculate('/', a, b, 'long');
        const remainder = calculate('%', a, b, 'long');
        const back = calculate('+', calculate('*', quotient, b, 'long'), remainder, 'long');
        expect(BigInt(back ?? 0)).toBe(BigInt(a));
        expect(
          Number(remainder) === 0 || Math.sign(Number(remainder)) === Math.sign(Number(a)),
        ).toBe(true);
      }),
    );
  });
});
