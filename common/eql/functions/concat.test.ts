// SPDX-License-Identifier: Apache-2.0
import { evaluate, evaluationError } from './evaluate_test_helpers';

const VALUES = { text: 'regsvr32.exe', count: 4 };

describe('concat', () => {
  it.each([
    ['concat("process is ", "regsvr32.exe")', 'process is regsvr32.exe'],
    ['concat("regsvr32.exe", " ", 42)', 'regsvr32.exe 42'],
    ['concat("regsvr32.exe", " ", 42.5)', 'regsvr32.exe 42.5'],
    ['concat("regsvr32.exe", " ", true)', 'regsvr32.exe true'],
    ['concat("regsvr32.exe")', 'regsvr32.exe'],
    ['concat(text, " ", 42)', 'regsvr32.exe 42'],
    ['concat("process is ", text)', 'process is regsvr32.exe'],
    ['concat(text, " ", count)', 'regsvr32.exe 4'],
    ['concat("a", 1, true, 2.5)', 'a1true2.5'],
    ['concat()', ''],
    ['concat("", "")', ''],
    ['concat(1, 2)', '12'],
    ['concat(1.0)', '1.0'],
    ['concat(9007199254740993)', '9007199254740993'],
    ['concat(1 + 1, length(text))', '212'],
    ['concat(null, "regsvr32.exe")', null],
    ['concat(text, null)', null],
    ['concat(null)', null],
    ['concat(text, other)', null],
  ])('%s is %j', (expression, result) => {
    expect(evaluate(expression, VALUES)).toBe(result);
  });

  it('writes addresses and dates as Elasticsearch does', () => {
    expect(evaluate('concat(address, "!")', { address: '::1' })).toBe('::1!');
    const time = Date.UTC(2023, 10, 1, 10, 0, 1);
    expect(evaluate('concat(time)', { time })).toBe('2023-11-01T10:00:01Z');
  });

  it('has no form that ignores case', () => {
    expect(evaluationError('concat~(text)')).toMatch(/^parsing: line 1:12: .*no form/);
  });
});
