// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { parseExactJson } from './parse_exact_json';

/** Numbers that JSON.parse would have rounded, rounded. */
const toDoubles = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'bigint' ? Number(inner) : inner,
    ),
  );

describe('parseExactJson', () => {
  it.each<[string, unknown]>([
    ['{"a":1,"b":[true,null,"x"]}', { a: 1, b: [true, null, 'x'] }],
    ['[]', []],
    ['"x"', 'x'],
    ['null', null],
    [' 5 ', 5],
    ['[9007199254740991,-9007199254740991]', [9007199254740991, -9007199254740991]],
    ['[9007199254740992]', [9007199254740992n]],
    ['[9007199254740993]', [9007199254740993n]],
    ['{"a":-9223372036854775808}', { a: -9223372036854775808n }],
    ['{"a": 9223372036854775807 }', { a: 9223372036854775807n }],
    ['{"a":18446744073709551615}', { a: 18446744073709551615n }],
    ['[1,\n9007199254740993]', [1, 9007199254740993n]],
    ['{"a":{"b":[[9007199254740993]]}}', { a: { b: [[9007199254740993n]] } }],
    ['9007199254740993', 9007199254740993n],
    [' -9007199254740993', -9007199254740993n],
    ['[100000000000000000]', [100000000000000000n]],
  ])('reads %s exactly', (text, value) => {
    expect(parseExactJson(text)).toEqual(value);
  });

  it.each<[string, unknown]>([
    ['[1.5,-0.25,1e3,1E-2]', [1.5, -0.25, 1000, 0.01]],
    ['[0.1234567890123456789]', [0.12345678901234568]],
    ['[12345678901234567890.5]', [12345678901234567000]],
    ['[9007199254740993.0]', [9007199254740992]],
    ['[1e300]', [1e300]],
    ['[9007199254740993e2]', [900719925474099300]],
    ['[9007199254740993, 0.5]', [9007199254740993n, 0.5]],
  ])('reads decimals as doubles: %s', (text, value) => {
    expect(parseExactJson(text)).toEqual(value);
  });

  it.each<[string, unknown]>([
    ['{"a":"9007199254740993"}', { a: '9007199254740993' }],
    ['{"a":":9007199254740993"}', { a: ':9007199254740993' }],
    [
      '{"a":"[9007199254740993,9007199254740993]","b":9007199254740993}',
      { a: '[9007199254740993,9007199254740993]', b: 9007199254740993n },
    ],
    [
      '{"9007199254740993":1,"n":9007199254740993}',
      { '9007199254740993': 1, n: 9007199254740993n },
    ],
    [
      '{"a":"\\ud83d\\ude00\\n\\"\\\\","n":9007199254740993}',
      { a: '😀\n"\\', n: 9007199254740993n },
    ],
    ['{"a":"é","n":9007199254740993}', { a: 'é', n: 9007199254740993n }],
  ])('leaves texts alone: %s', (text, value) => {
    expect(parseExactJson(text)).toEqual(value);
  });

  const broken = [
    '',
    '{',
    '[1,]',
    '{"a":1,}',
    '{a:1}',
    "{'a':1}",
    '[01]',
    '[1] x',
    'nul',
    '[1 2]',
    '["\n"]',
    '[NaN]',
    '[+1]',
  ];

  it.each(broken)('refuses %j', (text) => {
    expect(() => parseExactJson(text)).toThrow(SyntaxError);
  });

  it.each([
    '[9007199254740993',
    '{"n":9007199254740993,}',
    '[9007199254740993,01]',
    '[9007199254740993] x',
  ])('refuses %j, with a long number in it', (text) => {
    expect(() => parseExactJson(text)).toThrow(SyntaxError);
  });

  it.each(['', ',"n":9007199254740993'])(
    'takes the last of two members with one name (%j)',
    (more) => {
      expect(parseExactJson(`{"a":1,"a":2${more}}`)).toMatchObject({ a: 2 });
    },
  );

  it('takes names of the language as any other', () => {
    const text = '{"__proto__":{"x":1},"constructor":2,"n":9007199254740993}';
    const value = parseExactJson(text) as object;
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor', 'n']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect('x' in value).toBe(false);
  });

  it('reads as JSON.parse does, but for long numbers', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(toDoubles(parseExactJson(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('reads as JSON.parse does beside a long number', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        const [read] = parseExactJson(`[${text},9007199254740993]`) as unknown[];
        expect(toDoubles(read)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('keeps every 64-bit number', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 64n - 1n }), (number) => {
        const { n } = parseExactJson(`{"n":${number}}`) as { n: number | bigint };
        expect(BigInt(n)).toBe(number);
      }),
    );
  });

  it.each([
    ['lists', '[', ']'],
    ['objects', '{"a":', '}'],
  ])('takes 1,000 levels of %s, and refuses 10,000', (_, open, close) => {
    const deep = (levels: number): string =>
      `[${open.repeat(levels - 1)}"[{"${close.repeat(levels - 1)}, "${'x'.repeat(4_000)}"]`;
    expect(JSON.stringify(parseExactJson(deep(1000)))).toContain('"[{"');
    expect(() => parseExactJson(deep(10_000))).toThrow(/More than 1000 levels/);
  });
});
