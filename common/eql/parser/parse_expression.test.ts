// SPDX-License-Identifier: Apache-2.0
import type { Expression } from '../ast';
import { outline, parseErrorOf } from './outline_test_helpers';
import { parseQuery } from './parse_query';

const parse = (text: string): Expression => {
  const query = parseQuery(`any where ${text}`);
  if (query.kind !== 'event') {
    throw new TypeError('An event query was expected');
  }
  return query.filter.where;
};

const slice = (text: string, { at }: Expression): string | undefined =>
  at && `any where ${text}`.slice(at.start, at.end);

describe('literals', () => {
  it.each([
    ['"a"', '"a"'],
    ['"a\\n\\u{41}"', '"a\\nA"'],
    ['"""a\\n"""', '"a\\\\n"'],
    ['"""say "hi""""', '"say \\"hi\\""'],
    ['0', '0'],
    ['007', '7'],
    ['-5', '-5'],
    ['- 5', '-5'],
    ['--5', '5'],
    ['+5', '5'],
    ['-(5)', '-5'],
    ['-0', '0'],
    ['9007199254740991', '9007199254740991'],
    ['9007199254740993', '9007199254740993n'],
    ['-9223372036854775808', '-9223372036854775808n'],
    ['18446744073709551615', '18446744073709551615n'],
    ['1.5', 'decimal:1.5'],
    ['1.', 'decimal:1'],
    ['.5', 'decimal:0.5'],
    ['-.5', 'decimal:-0.5'],
    ['1e3', 'decimal:1000'],
    ['55e-1', 'decimal:5.5'],
    ['1E+2', 'decimal:100'],
    ['true', 'true'],
    ['false', 'false'],
    ['null', 'null'],
    ['("a")', '"a"'],
  ])('%s', (text, expected) => {
    expect(outline(parse(text))).toBe(expected);
  });

  it('a whole zero has no sign', () => {
    expect(parse('-0')).toMatchObject({ kind: 'integer', value: 0 });
  });
});

describe('fields', () => {
  it.each([
    ['process.name', '<process.name>'],
    ['?process.name', '?<process.name>'],
    ['? process . name', '?<process.name>'],
    ['@timestamp', '<@timestamp>'],
    ['`process.name`', '<process.name>'],
    ['process.`name`', '<process.name>'],
    ['?`no such`', '?<no such>'],
    ['`a``b`.c', '<a`b.c>'],
    ['`sequence`', '<sequence>'],
    ['TRUE', '<TRUE>'],
    ['head.tail', '<head.tail>'],
    ['length', '<length>'],
  ])('%s', (text, expected) => {
    expect(outline(parse(text))).toBe(expected);
  });
});

describe('functions', () => {
  it.each([
    ['length(a)', '(call length <a>)'],
    ['length (a)', '(call length <a>)'],
    ['concat()', '(call concat)'],
    ['STARTSWITH~(a, "b")', '(call STARTSWITH~ <a> "b")'],
    ['f(1, not true, g(x) == 1)', '(call f 1 (not true) (== (call g <x>) 1))'],
    ['cidrMatch(a, ("10.0.0.0/8"))', '(call cidrMatch <a> "10.0.0.0/8")'],
  ])('%s', (text, expected) => {
    expect(outline(parse(text))).toBe(expected);
  });
});

describe('operators', () => {
  it.each([
    ['a == 1', '(== <a> 1)'],
    ['a != 1', '(!= <a> 1)'],
    ['a < 1', '(< <a> 1)'],
    ['a <= 1', '(<= <a> 1)'],
    ['a > 1', '(> <a> 1)'],
    ['a >= 1', '(>= <a> 1)'],
    ['a : "x*"', '(: <a> ["x*"])'],
    ['a : ("x*", "y")', '(: <a> ["x*" "y"])'],
    ['a : ("x")', '(: <a> ["x"])'],
    ['a like "x"', '(like <a> ["x"])'],
    ['a like~ ("x", "y")', '(like~ <a> ["x" "y"])'],
    ['a regex "x"', '(regex <a> ["x"])'],
    ['a regex~ ("x", "y")', '(regex~ <a> ["x" "y"])'],
    ['a : 5', '(: <a> [5])'],
    ['a like ("a", null, true, 1.5)', '(like <a> ["a" null true decimal:1.5])'],
    ['a in (1, 2)', '(in <a> [1 2])'],
    ['a in~ ("x")', '(in~ <a> ["x"])'],
    ['a not in (1)', '(not-in <a> [1])'],
    ['a not in~ ("x")', '(not-in~ <a> ["x"])'],
    ['a in (b, 1 + 2, null)', '(in <a> [<b> (+ 1 2) null])'],
    ['-a', '(- <a>)'],
    ['--a', '(- (- <a>))'],
    ['+a', '<a>'],
    ['-+-a', '(- (- <a>))'],
  ])('%s', (text, expected) => {
    expect(outline(parse(text))).toBe(expected);
  });
});

describe('precedence', () => {
  it.each([
    ['a or b and c', '(or <a> (and <b> <c>))'],
    ['a and b or c', '(or (and <a> <b>) <c>)'],
    ['(a or b) and c', '(and (or <a> <b>) <c>)'],
    ['a or b or c', '(or (or <a> <b>) <c>)'],
    ['a and b and c', '(and (and <a> <b>) <c>)'],
    ['a or (b or c)', '(or <a> (or <b> <c>))'],
    ['not a and b', '(and (not <a>) <b>)'],
    ['not a or not b', '(or (not <a>) (not <b>))'],
    ['not (a and b)', '(not (and <a> <b>))'],
    ['not not a', '(not (not <a>))'],
    ['not a == b', '(not (== <a> <b>))'],
    ['not a in (1)', '(not (in <a> [1]))'],
    ['not a : "b"', '(not (: <a> ["b"]))'],
    ['1 + 2 * 3', '(+ 1 (* 2 3))'],
    ['1 * 2 + 3', '(+ (* 1 2) 3)'],
    ['(1 + 2) * 3', '(* (+ 1 2) 3)'],
    ['10 - 3 - 2', '(- (- 10 3) 2)'],
    ['10 - (3 - 2)', '(- 10 (- 3 2))'],
    ['8 / 4 % 3 * 2', '(* (% (/ 8 4) 3) 2)'],
    ['-a * b', '(* (- <a>) <b>)'],
    ['-a + b', '(+ (- <a>) <b>)'],
    ['a - -b', '(- <a> (- <b>))'],
    ['a -1', '(- <a> 1)'],
    ['-(a + b)', '(- (+ <a> <b>))'],
    ['1 + 2 == 3 * 1', '(== (+ 1 2) (* 3 1))'],
    ['a == 1 and b != 2', '(and (== <a> 1) (!= <b> 2))'],
    ['(a == 1) == true', '(== (== <a> 1) true)'],
    ['a : "x" == true', '(== (: <a> ["x"]) true)'],
    ['a in (1) == true', '(== (in <a> [1]) true)'],
    ['a + b in (1)', '(+ <a> (in <b> [1]))'],
    ['-a in (1)', '(- (in <a> [1]))'],
    ['(-a) in (1)', '(in (- <a>) [1])'],
    ['-5 in (1)', '(- (in 5 [1]))'],
    ['a-b', '(- <a> <b>)'],
  ])('%s', (text, expected) => {
    expect(outline(parse(text))).toBe(expected);
  });
});

describe('places', () => {
  it.each([
    ['process.name', 'process.name'],
    ['?`a b`', '?`a b`'],
    ['a == 1', 'a == 1'],
    ['(a == 1)', '(a == 1)'],
    ['not a == 1', 'not a == 1'],
    ['a : ("x", "y")', 'a : ("x", "y")'],
    ['length(a, 1)', 'length(a, 1)'],
    ['concat()', 'concat()'],
    ['-5', '-5'],
    ['a and\n b', 'a and\n b'],
    ['a // comment', 'a'],
    ['( a ) /* c */ + 1', '( a ) /* c */ + 1'],
  ])('%j covers %j', (text, covered) => {
    expect(slice(text, parse(text))).toBe(covered);
  });

  it('each operand has its own', () => {
    const text = 'length(a) == 1 + 2';
    const { left, right } = parse(text) as Extract<Expression, { kind: 'comparison' }>;
    expect([slice(text, left), slice(text, right)]).toEqual(['length(a)', '1 + 2']);
    expect(right.at).toMatchObject({ line: 1, column: 24 });
  });
});

describe('nesting', () => {
  const deep = (open: string, inner: string, close: string, times: number): string =>
    `any where ${open.repeat(times)}${inner}${close.repeat(times)}`;

  it.each([
    ['(', 'true', ')'],
    ['not ', 'true', ''],
    ['- ', 'a', ''],
    ['f(', '1', ')'],
    ['1 in (', '1', ')'],
    ['-(', 'a', ')'],
  ])('"%s…" may be 100 deep, but not 10,000', (open, inner, close) => {
    expect(() => parseQuery(deep(open, inner, close, 100))).not.toThrow();
    const [problem] = parseErrorOf(deep(open, inner, close, 10_000)).problems;
    expect(problem?.remedy).toMatch(/levels of nesting/);
    expect(problem?.at?.line).toBe(1);
  });

  it('relationships within one another end in an error as well', () => {
    expect(parseErrorOf(`any where ${'child of [any where '.repeat(10_000)}`).message).toMatch(
      /not supported/,
    );
  });
});
