// SPDX-License-Identifier: Apache-2.0
import type { Bound } from '../verify/bound';
import { errorOf, simplified } from './condition_test_helpers';

/** A short form: constants as such, fields by name, everything else with its operands. */
const shape = (bound: Bound): string => {
  switch (bound.kind) {
    case 'constant':
      return String(bound.value);
    case 'field':
      return bound.field.name;
    case 'is-null':
    case 'not':
    case 'negate':
      return `${bound.kind}(${shape(bound.operand)})`;
    case 'and':
    case 'or':
      return `${bound.kind}(${shape(bound.left)}, ${shape(bound.right)})`;
    case 'comparison':
    case 'arithmetic':
      return `${shape(bound.left)} ${bound.operator} ${shape(bound.right)}`;
    case 'in':
    case 'pattern':
      return `${bound.kind}(${shape(bound.value)})`;
    case 'call':
      return `${bound.definition.name}(${bound.args.map(shape).join(', ')})`;
  }
};

describe('what does not depend on the event', () => {
  it.each([
    ['1 == 1.0', 'true'],
    ['1 + 2 * 3 == 7', 'true'],
    ['7 / 2 == 3.5', 'false'],
    ['-3 < 4', 'true'],
    ['3 >= 4.0', 'false'],
    ['9007199254740993 > 9007199254740992', 'true'],
    ['"Foo" == "foo"', 'false'],
    ['"Foo" != "foo"', 'true'],
    ['"Foo" < "foo"', 'true'],
    ['"a" : "A"', 'true'],
    ['"a" like "A"', 'false'],
    ['"a" like~ ("b", "A")', 'true'],
    ['"abc" regex "a.*"', 'true'],
    ['345 in (123, 345)', 'true'],
    ['345 not in (123, 456)', 'true'],
    ['"foo" in~ ("FOO")', 'true'],
    ['"foo" in ("FOO", null)', 'false'],
    ['length("abc") == 3', 'true'],
    ['concat(10 * 2 == 20, "…") == "true…"', 'true'],
    ['"a" == 1', 'false'],
    ['"a" != 1', 'true'],
    ['true == "true"', 'false'],
    ['-(2) == -2', 'true'],
  ])('%s is %s', (text, value) => {
    expect(shape(simplified(text))).toBe(value);
  });
});

describe('logic has three values', () => {
  it.each([
    ['true or null', 'true'],
    ['null or true', 'true'],
    ['false or null', 'null'],
    ['null or false', 'null'],
    ['null or null', 'null'],
    ['false or false', 'false'],
    ['true and null', 'null'],
    ['null and true', 'null'],
    ['null and false', 'false'],
    ['false and null', 'false'],
    ['null and null', 'null'],
    ['true and true', 'true'],
    ['not null', 'null'],
    ['not true', 'false'],
    ['not false', 'true'],
    ['not (null and false)', 'true'],
    ['null == null', 'true'],
    ['null != null', 'false'],
    ['1 == null', 'false'],
    ['null != "a"', 'true'],
    ['1 > null', 'null'],
    ['null <= null', 'null'],
    ['null + 1 == null', 'true'],
    ['null in ("a")', 'null'],
    ['null not in ("a")', 'null'],
    ['null : "a"', 'null'],
    ['length(null) == null', 'true'],
    ['length(null) > 3', 'null'],
    ['(1 == 1) == null', 'false'],
    ['(null > 1) == null', 'true'],
    ['(1 == 1) == true', 'true'],
    ['(1 == 1) == false', 'false'],
    ['(1 == 1) != true', 'false'],
  ])('%s is %s', (text, value) => {
    expect(shape(simplified(text))).toBe(value);
  });
});

describe('an optional field that no index has is a null', () => {
  it.each([
    ['?nowhere == "a"', 'false'],
    ['?nowhere != "a"', 'true'],
    ['not ?nowhere == "a"', 'true'],
    ['?nowhere == null', 'true'],
    ['?nowhere != null', 'false'],
    ['?nowhere > 5', 'null'],
    ['not (?nowhere > 5)', 'null'],
    ['?nowhere : "a*"', 'null'],
    ['not ?nowhere : "a*"', 'null'],
    ['?nowhere : "*"', 'false'],
    ['not ?nowhere : "*"', 'true'],
    ['?nowhere like "*"', 'false'],
    ['not (?nowhere regex "a.*")', 'null'],
    ['?nowhere in ("a")', 'null'],
    ['?nowhere not in ("a")', 'null'],
    ['not startsWith(?nowhere, "a")', 'null'],
    ['not cidrMatch(?nowhere, "10.0.0.0/8")', 'null'],
    ['length(?nowhere) == null', 'true'],
    ['concat(?nowhere, "a") == null', 'true'],
    ['?nowhere + 1 == 2', 'false'],
    ['?nowhere', 'null'],
    ['not ?nowhere', 'null'],
    ['flag == true and ?nowhere == "a"', 'false'],
    ['flag == true and not ?nowhere == "a"', 'flag == true'],
    ['flag == true or ?nowhere == "a"', 'flag == true'],
    ['flag == true and not ?nowhere : "a*"', 'and(flag == true, null)'],
    ['flag == true or not ?nowhere : "a*"', 'or(flag == true, null)'],
  ])('%s is %s', (text, value) => {
    expect(shape(simplified(text))).toBe(value);
  });
});

describe('what depends on the event', () => {
  it.each([
    ['text == null', 'is-null(text)'],
    ['null == text', 'is-null(text)'],
    ['text != null', 'not(is-null(text))'],
    ['not (text == null)', 'not(is-null(text))'],
    ['not (text != null)', 'is-null(text)'],
    ['text : "*"', 'not(is-null(text))'],
    ['text like ("a", "**")', 'not(is-null(text))'],
    ['text regex ".*"', 'pattern(text)'],
    ['text != "a"', 'not(text == a)'],
    ['not text != "a"', 'text == a'],
    ['not not flag == true', 'flag == true'],
    ['(long > 5) == true', 'long > 5'],
    ['(long > 5) == false', 'not(long > 5)'],
    ['(long > 5) != true', 'not(long > 5)'],
    ['startsWith(text, "a") == false', 'not(startsWith(text, a))'],
    ['(long > 5) == null', 'is-null(long > 5)'],
    ['flag == true', 'flag == true'],
    ['true and flag', 'flag'],
    ['flag and true', 'flag'],
    ['flag and false', 'false'],
    ['flag or true', 'true'],
    ['false or flag', 'flag'],
    ['long > 1 + 1', 'long > 2'],
    ['long + (1 + 1) > 2', 'long + 2 > 2'],
    ['text == concat("a", "b")', 'text == ab'],
    ['text not in ("a")', 'not(in(text))'],
  ])('%s becomes %s', (text, value) => {
    expect(shape(simplified(text))).toBe(value);
  });

  it('the place is kept, for errors', () => {
    expect(simplified('length(text) > 1')).toMatchObject({ at: { line: 1, column: 11 } });
  });
});

describe('errors', () => {
  it.each([
    ['1 / 0 == 1', '1:11'],
    ['true and 1 / 0 == 1', '1:20'],
    ['number("abc") == 1', '1:11'],
    ['length(string(number("x"))) == 1', '1:25'],
    ['"a" regex "["', '1:11'],
  ])('%s fails at %s', (text, place) => {
    const [problem] = errorOf(() => simplified(text)).problems;
    expect(`${problem?.at?.line}:${problem?.at?.column}`).toBe(place);
    expect(problem?.remedy).toMatch(/\w{3}/);
  });
});
