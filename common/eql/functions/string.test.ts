// SPDX-License-Identifier: Apache-2.0
import { evaluate, evaluationError } from './evaluate_test_helpers';

describe('string', () => {
  it.each([
    ['string(42)', '42'],
    ['string(-42)', '-42'],
    ['string(42.5)', '42.5'],
    ['string(1.0)', '1.0'],
    ['string("regsvr32.exe")', 'regsvr32.exe'],
    ['string(true)', 'true'],
    ['string(false)', 'false'],
    ['string(null)', null],
    ['string(1 == 1)', 'true'],
    ['string(9223372036854775807)', '9223372036854775807'],
    ['string(18446744073709551615)', '18446744073709551615'],
    ['string(text)', null],
  ])('%s is %j', (expression, result) => {
    expect(evaluate(expression)).toBe(result);
  });

  it.each([
    ['0.5', '0.5'],
    ['100.0', '100.0'],
    ['0.001', '0.001'],
    ['0.00099', '9.9E-4'],
    ['9999999.0', '9999999.0'],
    ['10000000.0', '1.0E7'],
    ['12345678.5', '1.23456785E7'],
    ['1e21', '1.0E21'],
    ['1.5e300', '1.5E300'],
    ['0.0', '0.0'],
    ['1.0 / 0', 'Infinity'],
    ['-1.0 / 0', '-Infinity'],
    ['0.0 / 0', 'NaN'],
  ])('writes the double %s as Java does', (expression, text) => {
    expect(evaluate(`string(${expression})`)).toBe(text);
  });

  it.each([
    [Date.UTC(2023, 10, 1, 10, 0, 0), '2023-11-01T10:00Z'],
    [Date.UTC(2023, 10, 1, 10, 0, 1), '2023-11-01T10:00:01Z'],
    [Date.UTC(2023, 10, 1, 10, 0, 1, 5), '2023-11-01T10:00:01.005Z'],
    [Date.UTC(2023, 10, 1, 10, 0, 0, 120), '2023-11-01T10:00:00.120Z'],
    [-1, '1969-12-31T23:59:59.999Z'],
  ])('writes the date %d as Java does', (time, text) => {
    expect(evaluate('string(time)', { time })).toBe(text);
  });

  it('writes whole fields without a fraction, others with one', () => {
    expect(evaluate('string(count)', { count: 7 })).toBe('7');
    expect(evaluate('string(ratio)', { ratio: 7 })).toBe('7.0');
  });

  it.each([
    ['string()', /^parsing: line 1:12: /],
    ['string(1, 2)', /^parsing: line 1:12: /],
    ['string~(1)', /^parsing: line 1:12: .*no form/],
  ])('%s is an error', (expression, message) => {
    expect(evaluationError(expression)).toMatch(message);
  });
});
