// SPDX-License-Identifier: Apache-2.0
import type { EventSource } from '../types/field_reader';
import { errorOf, holds, NOW, predicate } from './condition_test_helpers';

const NONE: EventSource = {};

/** Per condition: events for which it holds, and for which not. */
type Row = readonly [condition: string, yes: readonly EventSource[], no: readonly EventSource[]];

const wrong = (condition: string, yes: readonly EventSource[], no: readonly EventSource[]) => {
  const test = predicate(condition);
  return { missed: yes.filter((event) => !test(event)), matched: no.filter(test) };
};

const NONE_WRONG = { missed: [], matched: [] };

describe('there are two truth values, so a missing value is false and its negation true', () => {
  it.each<Row>([
    ['text == "a"', [{ text: 'a' }], [{ text: 'A' }, NONE]],
    ['text != "a"', [{ text: 'b' }, NONE], [{ text: 'a' }]],
    ['not text == "a"', [{ text: 'b' }, NONE], [{ text: 'a' }]],
    ['not (long > 5)', [{ long: 5 }, NONE], [{ long: 6 }]],
    ['not long > 5', [{ long: 5 }, NONE], [{ long: 6 }]],
    ['(long > 5) == false', [{ long: 5 }, NONE], [{ long: 6 }]],
    ['(long > 5) == null', [NONE], [{ long: 5 }, { long: 6 }]],
    ['long > null', [{ long: -1 }], [NONE]],
    ['length(text) > null', [], [{ text: 'a' }, NONE]],
    ['text == null', [NONE, { text: null }, { text: [] }], [{ text: 'a' }, { text: '' }]],
    ['text != null', [{ text: '' }], [NONE, { text: [null] }]],
    ['text : "*"', [{ text: '' }, { text: 'a' }], [NONE]],
    ['not text : "a*"', [{ text: 'b' }, NONE], [{ text: 'A' }]],
    ['not text in ("a")', [{ text: 'b' }, NONE], [{ text: 'a' }]],
    ['text not in ("a", null)', [{ text: 'b' }, NONE], [{ text: 'a' }]],
    ['text in ("a", null)', [{ text: 'a' }], [NONE]],
    ['not startsWith(text, "a")', [{ text: 'b' }, NONE], [{ text: 'a' }]],
    ['startsWith(text, "a") == false', [{ text: 'b' }, NONE], [{ text: 'a' }]],
    ['not length(text) == 3', [{ text: 'ab' }, NONE], [{ text: 'abc' }]],
    ['endsWith(text, "a") == false', [{ text: 'b' }, NONE], [{ text: 'a' }]],
    ['(length(text) == 3) == null', [NONE], [{ text: 'abc' }, { text: 'a' }]],
    ['concat(text, "x") == null', [NONE], [{ text: 'a' }]],
    [
      '(length(text) > 1 and length(other) > 1) == null',
      [{ text: 'ab' }, { other: 'ab' }, NONE],
      [{ text: 'a' }, { other: 'a' }, { text: 'ab', other: 'ab' }],
    ],
    [
      '(length(text) > 1 or length(other) > 1) == null',
      [{ text: 'a' }, { other: 'a' }, NONE],
      [{ text: 'ab' }, { other: 'ab' }, { text: 'a', other: 'a' }],
    ],
    ['(not (length(text) > 1)) == null', [NONE], [{ text: 'ab' }, { text: 'a' }]],
    [
      'not (text == "a" or length(text) == 3)',
      [{ text: 'b' }, NONE],
      [{ text: 'a' }, { text: 'abc' }],
    ],
    ['flag', [{ flag: true }], [{ flag: false }, NONE]],
    ['flag == true or null', [{ flag: true }], [{ flag: false }, NONE]],
    ['not (flag == true or null)', [{ flag: false }, NONE], [{ flag: true }]],
    ['null', [], [NONE, { text: 'a' }]],
    ['not null', [], [NONE, { text: 'a' }]],
    ['null == null', [NONE], []],
    ['flag == true and not ?nowhere : "a*"', [], [{ flag: true }, NONE]],
    ['flag == true or not ?nowhere : "a*"', [{ flag: true }], [NONE]],
    ['not ?nowhere == "a"', [NONE], []],
  ])('%s', (condition, yes, no) => {
    expect(wrong(condition, yes, no)).toEqual(NONE_WRONG);
  });
});

describe('one value of several is enough', () => {
  it.each<Row>([
    ['text == "a"', [{ text: ['b', 'a'] }], [{ text: ['b', 'c'] }, { text: [] }]],
    ['text != "a"', [{ text: ['b', 'c'] }, { text: [] }], [{ text: ['b', 'a'] }]],
    ['text == "a" and text == "b"', [{ text: ['b', 'a'] }], [{ text: ['a', 'a'] }]],
    ['text in ("a", "c")', [{ text: ['b', 'c'] }], [{ text: ['b', 'd'] }]],
    ['text not in ("a", "c")', [{ text: ['b', 'd'] }], [{ text: ['b', 'c'] }]],
    ['text : "A*"', [{ text: ['x', 'ab'] }], [{ text: ['x', 'y'] }]],
    ['text like "a?"', [{ text: ['x', 'ab'] }], [{ text: ['x', 'abc'] }]],
    ['text regex "a."', [{ text: ['x', 'ab'] }], [{ text: ['a', 'b'] }]],
    ['long > 2 and long < 4', [{ long: [1, 5, 9] }, { long: 3 }], [{ long: [5, 9] }]],
    [
      'not cidrMatch(ip, "127.0.0.0/8")',
      [{ ip: '198.51.100.7' }],
      [{ ip: ['127.0.0.1', '198.51.100.7'] }],
    ],
    ['length(text) > 3', [{ text: ['a', 'abcd'] }], [{ text: ['a', 'abc'] }]],
    ['concat(text, "!") == "b!"', [{ text: ['a', 'b'] }], [{ text: ['a', 'c'] }]],
    ['length(text) != 1', [{ text: ['aa', 'bb'] }], [{ text: ['a', 'bb'] }]],
    [
      'concat(text, other) == "ad"',
      [{ text: ['a', 'b'], other: ['c', 'd'] }],
      [{ text: ['a', 'b'], other: 'c' }],
    ],
    [
      'startsWith(text, other)',
      [{ text: ['xx', 'ab'], other: ['c', 'a'] }],
      [{ text: ['xx'], other: ['a'] }],
    ],
    ['flag', [{ flag: [false, true] }], [{ flag: [false, false] }]],
    ['flag == false', [{ flag: [true, false] }], [{ flag: true }]],
    ['long + 1 == 6', [{ long: [1, 5] }], [{ long: [1, 6] }]],
  ])('%s', (condition, yes, no) => {
    expect(wrong(condition, yes, no)).toEqual(NONE_WRONG);
  });

  it('for each mention of a field by itself', () => {
    expect(holds('long + long == 41', { long: [1, 40] })).toBe(true);
    expect(holds('long + long == 42', { long: [1, 40] })).toBe(false);
    expect(holds('long + long > 10', {})).toBe(false);
  });

  it('but a sum that no long can hold is an error', () => {
    const least = -(2n ** 63n);
    const error = errorOf(() => holds('long + long > 10', { long: least }));
    expect([error.kind, error.problems.length]).toEqual(['evaluation', 1]);
    expect(error.message).toMatch(/^line 1:11: .*out of range for type long/);
  });

  it('but not where there are too many combinations to try', () => {
    const many = Array.from({ length: 50 }, (_, i) => i);
    const error = errorOf(() => holds('long + long + long + long > 1000', { long: many }));
    expect(error.message).toMatch(/more than 100000 combinations/);
  });
});

describe('functions and tests that take values of fields', () => {
  it.each<Row>([
    ['startsWith~(text, "FOO")', [{ text: 'foobar' }, { text: 'Foo' }], [{ text: 'fo' }]],
    ['startsWith("foobar", text)', [{ text: 'foo' }, { text: '' }], [{ text: 'bar' }, NONE]],
    ['startsWith~(text, "ü")', [{ text: 'ü' }], [{ text: 'Ü' }]],
    ['endsWith~(text, "ü")', [{ text: 'ü' }, { text: 'Ü' }], [{ text: 'u' }]],
    ['startsWith(text, null)', [], [{ text: 'a' }, NONE]],
    [
      'cidrMatch(ip, "10.0.0.0/8", "::1")',
      [{ ip: '10.1.2.3' }, { ip: '::1' }],
      [{ ip: '11.0.0.1' }, NONE],
    ],
    [
      'title == "Hello World"',
      [{ title: 'Hello World' }],
      [{ title: 'Hello' }, { title: 'hello world' }],
    ],
    ['text.caseless == "CMD.exe"', [{ text: 'cmd.EXE' }], [{ text: 'cmd' }]],
    ['text.caseless : "CMD*"', [{ text: 'cmd.EXE' }], [{ text: 'x' }]],
    ['text.caseless like "CMD*"', [{ text: 'Cmd.EXE' }], [{ text: 'x' }]],
    ['text.caseless regex "CMD.*"', [], [{ text: 'CMD.exe' }, { text: 'cmd' }]],
    ['text.caseless in ("CMD.exe", null)', [{ text: 'cmd.EXE' }], [{ text: 'cmd' }]],
    [
      'startsWith(text.caseless, "CMD")',
      [{ text: 'cmd.exe' }, { text: 'CMD' }],
      [{ text: 'xcmd' }],
    ],
    ['endsWith(text.caseless, "exe")', [{ text: 'CMD.EXE' }], [{ text: 'cmd' }]],
    ['endsWith(text.caseless, "EXE")', [], [{ text: 'CMD.EXE' }]],
    ['string(long) == "7"', [{ long: 7 }], [{ long: 8 }, NONE]],
    ['number(text) == 7', [{ text: '7' }], [{ text: '8' }, NONE]],
    ['length(text) in (1, 3)', [{ text: 'a' }, { text: 'abc' }], [{ text: 'ab' }, NONE]],
    ['substring(text, 0, 1) : "F"', [{ text: 'foo' }], [{ text: 'bar' }, NONE]],
    ['substring(text, 0, 1) not in ("f")', [{ text: 'bar' }, NONE], [{ text: 'foo' }]],
    ['-long == 5', [{ long: -5 }], [{ long: 5 }, NONE]],
    ['long % 2 == 0', [{ long: 4 }], [{ long: 3 }, NONE]],
    ['length(text) == 1 or flag', [{ flag: true }, { text: 'a' }], [NONE]],
  ])('%s', (condition, yes, no) => {
    expect(wrong(condition, yes, no)).toEqual(NONE_WRONG);
  });
});

describe('functions come last', () => {
  const noNumber = { text: 'abc', flag: false };

  it.each([
    'flag and number(text) == 1',
    'number(text) == 1 and flag',
    'number(text) == 1 and not (number(text) == 2) and flag',
    '(number(text) == 1 or number(text) == 2) and flag',
    '(number(text) + 1) in (1) and flag',
  ])('so that they do not fail on events that do not count: %s', (condition) => {
    expect(holds(condition, noNumber)).toBe(false);
    expect(errorOf(() => holds(condition, { ...noNumber, flag: true })).kind).toBe('evaluation');
  });
});

describe('what an event makes fail', () => {
  it.each<[string, EventSource, string, RegExp]>([
    ['number(text) == 1', { text: 'abc' }, '1:11', /\[abc\] is no number/],
    ['long / 0 == 1', { long: 1 }, '1:11', /divided by 0/],
    ['flag or 5 % long == 1', { long: 0 }, '1:19', /divided by 0/],
    ['stringContains("x", text)', {}, '1:11', /substring is missing/],
    ['length(between(text, "o", "o", true)) > 1', { text: 'barfo' }, '1:18', /begins before/],
  ])('%s on %j fails at %s', (condition, event, place, message) => {
    const test = predicate(condition);
    const { kind, problems } = errorOf(() => test(event));
    const [problem] = problems;
    expect([kind, problems.length]).toEqual(['evaluation', 1]);
    expect(`${problem?.at?.line}:${problem?.at?.column}`).toBe(place);
    expect(problem?.message).toMatch(message);
    expect(problem?.remedy).toBe('Exclude such events with a condition before this one');
  });
});

describe('what can never be right', () => {
  it.each([
    ['cidrMatch(ip, "bogus")', '1:11', 'evaluation'],
    ['cidrMatch(ip, "10.0.0.0/33")', '1:11', 'evaluation'],
    ['flag and ip == "bogus"', '1:20', 'evaluation'],
    ['long == "x"', '1:11', 'evaluation'],
    ['long == 99999999999999999999', '1:11', 'evaluation'],
    ['time == "tomorrow"', '1:11', 'evaluation'],
    ['flag == "x"', '1:11', 'evaluation'],
    ['hidden == "x"', '1:11', 'evaluation'],
    ['text regex "["', '1:11', 'verification'],
    ['length(text) == 1 and text regex~ ("a", "b{")', '1:33', 'verification'],
  ])('%s fails at %s before any event is seen', (condition, place, kind) => {
    const error = errorOf(() => predicate(condition));
    const [problem] = error.problems;
    expect(error.kind).toBe(kind);
    expect(`${problem?.at?.line}:${problem?.at?.column}`).toBe(place);
    expect(problem?.remedy).toMatch(/\w{3}/);
  });
});

describe('now', () => {
  it.each<Row>([
    ['time > "now-1d"', [{ time: NOW }], [{ time: NOW - 86_400_000 }]],
    ['time >= "now/d"', [{ time: NOW }, { time: '2024-02-29' }], [{ time: '2024-02-28' }]],
    ['time == "now"', [{ time: NOW }], [{ time: NOW + 1 }]],
  ])('%s', (condition, yes, no) => {
    expect(wrong(condition, yes, no)).toEqual(NONE_WRONG);
  });
});
