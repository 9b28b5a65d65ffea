// SPDX-License-Identifier: Apache-2.0
import { errorOf, predicate } from './condition_test_helpers';

/** Per condition: values of the field that meet it, and that do not. */
type Row = readonly [condition: string, yes: readonly unknown[], no: readonly unknown[]];

const wrong = (condition: string, yes: readonly unknown[], no: readonly unknown[]) => {
  const [, field = ''] = /^(\w+)/.exec(condition) ?? [];
  const test = predicate(condition);
  const holds = (value: unknown): boolean => test({ [field]: value });
  return { missed: yes.filter((value) => !holds(value)), matched: no.filter(holds) };
};

const NONE_WRONG = { missed: [], matched: [] };

const rows = (name: string, table: readonly Row[]): void => {
  describe(name, () => {
    it.each(table)('%s', (condition, yes, no) => {
      expect(wrong(condition, yes, no)).toEqual(NONE_WRONG);
    });
  });
};

rows('whole numbers', [
  ['long == 10', [10, '10', 10.9], [11, -10]],
  ['long == 10.0', [10], [11]],
  ['long == 10.5', [], [10, 11]],
  ['long == "10"', [10], [1]],
  ['long == "+10"', [10], [1]],
  ['long > 10.5', [11], [10]],
  ['long <= -1.5', [-2], [-1]],
  ['long == 9007199254740993', ['9007199254740993'], ['9007199254740992', '9007199254740994']],
  ['long > 9007199254740992', ['9007199254740993'], ['9007199254740992']],
  ['long >= 9223372036854775807', ['9223372036854775807'], ['9223372036854775806']],
  ['long != 10', [11], [10]],
  ['long in (10, 7.0)', [10, 7], [8]],
  ['long in~ (10)', [10], [8]],
  ['long in (1, 1.5)', [1], [2]],
  ['ulong == 18446744073709551615', ['18446744073709551615'], ['18446744073709551614', 5]],
  ['ulong > 9223372036854775807', ['18446744073709551615'], [5]],
  ['ulong == -1', [], [0, 5, '18446744073709551615']],
  ['ulong > -1', [0, 5, '18446744073709551615'], []],
  ['ulong == 99999999999999999999', [], ['18446744073709551615']],
  ['ulong < 99999999999999999999', [5, '18446744073709551615'], []],
  ['int >= 2147483647', [2147483647], [2147483646]],
  ['byte == -5', [-5], [5]],
  ['byte == 200', [], [127, -56]],
  ['byte < 200', [127], []],
  ['short > 40000', [], [32767]],
]);

rows('decimals', [
  ['dbl == 0.1', [0.1, '0.1'], [0.10000001]],
  ['dbl == 5', [5], [5.1]],
  ['dbl > 1e300', [1.1e300], [1e300]],
  ['float == 0.1', [0.1], [0.2]],
  ['float > 0.1', [0.11], [0.1]],
  ['float >= 0.1', [0.1], [0.09]],
  ['dbl == "5.5"', [5.5], [5]],
]);

rows('text', [
  ['text == "foo"', ['foo'], ['Foo', 'foo ', '']],
  ['text == ""', [''], ['a']],
  ['text == "fo*"', ['fo*'], ['foo']],
  ['text > "foo"', ['fooz', 'g', 'é', '😀'], ['foo', 'Foo', '']],
  ['text >= "foo"', ['foo', 'fooz'], ['fon']],
  ['text < "foo"', ['', 'FOO', 'fo'], ['foo', 'g']],
  ['text <= "foo"', ['foo', 'a'], ['fooa']],
  ['text > "\uffff"', ['😀'], ['\ue000']],
  ['text == 5', ['5', 5], ['6']],
  ['text == true', ['true'], ['false']],
  ['wild == "foo"', ['foo'], ['Foo']],
  ['wild > "foo"', ['g', 'ÿ'], ['foo', 'Āx', '😀']],
  ['wild < "foo"', ['a'], ['g']],
]);

rows('booleans', [
  ['flag == true', [true, 'true'], [false]],
  ['flag == "true"', [true], [false]],
  ['flag != true', [false], [true]],
  ['flag > false', [true], [false]],
  ['flag in (true)', [true], [false]],
]);

rows('dates round', [
  [
    'time == "2023-11-01"',
    ['2023-11-01', '2023-11-01T23:59:59.999Z'],
    ['2023-11-02', '2023-10-31T23:59:59.999Z'],
  ],
  ['time == "2023-11"', ['2023-11-30'], ['2023-12-01']],
  ['time == "2023"', [2023], ['2023-06-01']],
  [
    'time == "2023-11-01T10:00:00Z"',
    ['2023-11-01T10:00:00.001Z', 1698832800000],
    ['2023-11-01T10:00:01Z'],
  ],
  [
    'time == "2023-11-01T10:00:00.000Z"',
    ['2023-11-01T12:00:00+02:00'],
    ['2023-11-01T10:00:00.001Z'],
  ],
  ['time > "2023-11-01T10:00:00Z"', ['2023-11-01T10:00:01Z'], ['2023-11-01T10:00:00.999Z']],
  [
    'time >= "2023-11-01T10:00:00Z"',
    ['2024-01-01', '2023-11-01T10:00:00.000Z'],
    ['2023-11-01T09:59:59.999Z'],
  ],
  ['time < "2023-11-01T10:00:00Z"', ['2023-11-01T09:59:59.999Z'], ['2023-11-01T10:00:00.000Z']],
  [
    'time <= "2023-11-01T10:00:00Z"',
    ['2022-01-01', '2023-11-01T10:00:00.999Z'],
    ['2023-11-01T10:00:01Z'],
  ],
  ['time != "2023-11-01"', ['2023-11-02'], ['2023-11-01T12:00:00Z']],
  ['time == 1698832800000', ['2023-11-01T10:00:00.000Z'], ['2023-11-01T10:00:00.001Z']],
  ['time == "1698832800000"', [1698832800000], [1698832800001]],
  ['time == "2023-11-01||/d"', ['2023-11-01T12:00:00Z'], ['2023-11-02']],
  [
    'time == "2023-11-01T10:00:00.0005Z"',
    ['2023-11-01T10:00:00.000Z'],
    ['2023-11-01T10:00:00.001Z'],
  ],
  [
    'nanos == "2023-11-01T10:00:00.000000001Z"',
    ['2023-11-01T10:00:00.000000001Z'],
    ['2023-11-01T10:00:00.000000002Z'],
  ],
  [
    'nanos > "2023-11-01T10:00:00.000000001Z"',
    ['2023-11-01T10:00:00.000000002Z'],
    ['2023-11-01T10:00:00.000000001Z'],
  ],
  [
    'nanos == "2023-11-01T10:00:00Z"',
    ['2023-11-01T10:00:00.999999999Z', 1698832800000],
    ['2023-11-01T10:00:01Z'],
  ],
  ['nanos == "2023-11-01T10:00:00.000Z"', [1698832800000], ['2023-11-01T10:00:00.000000001Z']],
]);

rows('addresses', [
  ['ip == "10.1.2.3"', ['10.1.2.3', '::ffff:10.1.2.3'], ['10.1.2.4']],
  ['ip == "::ffff:10.1.2.3"', ['10.1.2.3'], ['::1']],
  ['ip == "2001:DB8::1"', ['2001:db8:0::1'], ['2001:db8::2']],
  ['ip == "10.0.0.0/8"', ['10.1.2.3'], ['11.0.0.0']],
  ['ip != "10.0.0.0/8"', ['11.0.0.0', '::1'], ['10.1.2.3']],
  ['ip > "10.0.0.0"', ['10.0.0.1', '2001:db8::1'], ['10.0.0.0', '9.9.9.9', '::1']],
  ['ip <= "10.0.0.0"', ['10.0.0.0', '9.9.9.9', '::1'], ['10.0.0.1']],
]);

rows('versions', [
  ['ver == "8.10.4"', ['8.10.4'], ['8.10.40', '8.10']],
  ['ver > "8.9.0"', ['8.10.4', '10.0.0'], ['8.9.0', '1.2.3-beta']],
  ['ver < "1.2.3"', ['1.2.3-beta'], ['1.2.3']],
  ['ver : "8.*"', ['8.10.4'], ['18.1']],
]);

describe('a value that the field can not have', () => {
  it.each([
    ['long == "x"', '[long] can not be compared with [x]: it is not a number', 'long'],
    ['long == ""', '[long] can not be compared with []: it is not a number', 'long'],
    ['long == true', '[long] can not be compared with [true]: it is not a number', 'long'],
    ['dbl > "x"', '[dbl] can not be compared with [x]: it is not a number', 'double'],
    ['long == 9223372036854775808', 'it is out of range for a long', 'long'],
    ['long > 1e300', 'it is out of range for a long', 'long'],
    ['int == 2147483648', 'it is out of range for a integer', 'integer'],
    ['byte == 2147483648', 'out of range', 'byte'],
    ['flag == "x"', 'it is neither true nor false', 'boolean'],
    ['flag == 1', 'it is neither true nor false', 'boolean'],
    ['time == "yesterday"', 'it is not a date', 'date'],
    ['nanos < "x"', 'it is not a date', 'date_nanos'],
    ['ip == "bogus"', 'is not an IP address', 'ip'],
    ['ip > "10.0.0.0/33"', '[33]', 'ip'],
    ['hidden == "x"', 'neither indexed nor has doc values', 'keyword'],
  ])('%s is an error at its place', (condition, message, type) => {
    const { kind, problems } = errorOf(() => predicate(condition));
    expect([kind, problems.length]).toEqual(['evaluation', 1]);
    expect(problems[0]).toMatchObject({
      at: { line: 1, column: 11 },
      message: expect.stringContaining(message),
      remedy: `Write a value of type ${type}`,
    });
  });
});
