// SPDX-License-Identifier: Apache-2.0
import type { Expression } from '../ast';
import type { EqlProblem } from '../errors';
import { parseQuery } from '../parser';
import { schemaFromMapping } from '../types/mapping';
import { bindCondition, bindExpression } from './bind';
import type { Bound } from './bound';

const schema = schemaFromMapping({
  properties: {
    text: { type: 'keyword' },
    other: { type: 'keyword' },
    long: { type: 'long' },
    int: { type: 'integer' },
    dbl: { type: 'double' },
    flag: { type: 'boolean' },
    time: { type: 'date' },
    ip: { type: 'ip' },
    ver: { type: 'version' },
    message: { type: 'text' },
    title: { type: 'text', fields: { keyword: { type: 'keyword' } } },
    geo: { type: 'geo_point' },
    flat: { type: 'flattened' },
    o: { properties: { a: { type: 'keyword' } } },
  },
});

const parse = (text: string): Expression => {
  const query = parseQuery(`any where ${text}`);
  if (query.kind !== 'event') {
    throw new TypeError('An event query was expected');
  }
  return query.filter.where;
};

const bind = (text: string): { bound: Bound; problems: EqlProblem[] } => {
  const problems: EqlProblem[] = [];
  return { bound: bindExpression(parse(text), schema, problems), problems };
};

const boundOf = (text: string): Bound => {
  const { bound, problems } = bind(text);
  expect(problems).toEqual([]);
  return bound;
};

describe('types', () => {
  it.each([
    ['text', 'keyword'],
    ['long', 'long'],
    ['int', 'integer'],
    ['dbl', 'double'],
    ['flag', 'boolean'],
    ['time', 'datetime'],
    ['ip', 'ip'],
    ['ver', 'version'],
    ['title', 'keyword'],
    ['"a"', 'keyword'],
    ['1', 'integer'],
    ['-2147483648', 'integer'],
    ['2147483648', 'long'],
    ['9223372036854775807', 'long'],
    ['9223372036854775808', 'unsigned_long'],
    ['18446744073709551615', 'unsigned_long'],
    ['18446744073709551616', 'double'],
    ['-9223372036854775809', 'double'],
    ['1.0', 'double'],
    ['true', 'boolean'],
    ['null', 'null'],
    ['?nowhere', 'null'],
    ['-int', 'integer'],
    ['int + 1', 'integer'],
    ['int + long', 'long'],
    ['long / 2.0', 'double'],
    ['long + null', 'long'],
    ['add(int, dbl)', 'double'],
    ['length(text)', 'integer'],
    ['concat(text, long)', 'keyword'],
    ['startsWith(text, "a")', 'boolean'],
    ['number(text)', 'double'],
    ['text == "a"', 'boolean'],
    ['text : "a"', 'boolean'],
    ['text in ("a")', 'boolean'],
    ['not flag', 'boolean'],
    ['flag and true', 'boolean'],
  ])('%s is a %s', (text, type) => {
    expect(boundOf(text).type).toBe(type);
  });
});

describe('rewriting', () => {
  it.each([
    ['1 < long', '>'],
    ['1 <= long', '>='],
    ['1 > long', '<'],
    ['1 >= long', '<='],
    ['1 == long', '=='],
    ['1 != long', '!='],
    ['long < 1', '<'],
  ])('a comparison has its fixed value on the right: %s', (text, operator) => {
    expect(boundOf(text)).toMatchObject({
      kind: 'comparison',
      operator,
      left: { kind: 'field', field: { name: 'long' } },
      right: { kind: 'constant', value: 1 },
    });
  });

  it('"not in" is the negation of "in"', () => {
    expect(boundOf('text not in~ ("a", null)')).toMatchObject({
      kind: 'not',
      operand: { kind: 'in', list: ['a', null], caseInsensitive: true },
    });
  });

  it('a list is computed', () => {
    expect(boundOf('long in (1 + 1, length("abc"))')).toMatchObject({ list: [2, 3] });
  });

  it('text is compared by the keyword beside it', () => {
    for (const text of ['title == "a"', 'title : "a"', 'title in ("a")', 'length(title)']) {
      const bound = JSON.stringify(boundOf(text));
      expect(bound).toContain('title.keyword');
    }
  });

  it('an optional field that no index has is a null', () => {
    expect(boundOf('?nowhere')).toMatchObject({ kind: 'constant', value: null });
    expect(boundOf('?text')).toMatchObject({ kind: 'field', field: { name: 'text' } });
  });
});

describe('problems', () => {
  /** The place is where Elasticsearch 8.10 reports the problem; the condition begins at 1:11. */
  it.each([
    [
      'nowhere == 1',
      '1:11',
      'There is no field [nowhere]',
      'If some events may lack it, write ?nowhere',
    ],
    ['txt == 1', '1:11', 'There is no field [txt]', 'Did you mean [text]?'],
    ['text == `a`', '1:19', 'There is no field [a]', 'write ?a'],
    ['flag == TRUE', '1:19', 'There is no field [TRUE]', 'write ?TRUE'],
    ['_id == "x"', '1:11', 'There is no field [_id]', 'write ?_id'],
    ['geo == null', '1:11', 'can not use [geo] of type [geo_point]', 'Use a keyword'],
    ['?geo == null', '1:11', 'can not use [geo] of type [geo_point]', 'Use a keyword'],
    ['flat.a == "x"', '1:11', 'can not use [flat.a] of type [flattened]', 'Use a keyword'],
    ['?flat.a == "x"', '1:11', 'can not use [flat.a] of type [flattened]', 'Use a keyword'],
    ['o == null', '1:11', '[o] is an object', 'Did you mean [o.a]?'],
    ['?o == null', '1:11', '[o] is an object', 'Did you mean [o.a]?'],
    [
      'text == other',
      '1:19',
      'can not be compared with each other',
      'Compare each with a fixed value',
    ],
    ['long < long + 1', '1:18', 'can not be compared with each other', 'Compare each'],
    ['length(text) == long', '1:27', 'can not be compared with each other', 'Compare each'],
    ['text in ("a", other)', '1:11', 'holds a field', 'fixed values only'],
    [
      'text in ("a", 1)',
      '1:11',
      '[1] is of type integer, but [text] is of type keyword',
      'one type',
    ],
    ['long in ("1")', '1:11', '["1"] is of type keyword, but [long] is of type long', 'one type'],
    [
      'time in ("2023-11-01")',
      '1:11',
      'is of type keyword, but [time] is of type datetime',
      'one type',
    ],
    [
      'time in (1698832800000)',
      '1:11',
      'is of type long, but [time] is of type datetime',
      'one type',
    ],
    [
      'ip in ("10.0.0.1")',
      '1:11',
      'is of type keyword, but [ip] is of type ip',
      'Use cidrMatch, or ==',
    ],
    ['long : "1"', '1:11', '[long] must be a string, but is of type long', 'Use == instead'],
    ['ip like "10.*"', '1:11', '[ip] must be a string, but is of type ip', 'Use == instead'],
    ['time regex "2.*"', '1:11', '[time] must be a string', 'Use == instead'],
    ['text : 5', '1:11', 'The pattern [5] is not a string', 'Use == to compare numbers'],
    ['text like ("a", null)', '1:11', 'The pattern [null] is not a string', 'Use == null'],
    ['text regex 5', '1:11', 'The pattern [5] is not a string', 'Use =='],
    ['text + 1 == 2', '1:11', '[text] must be a number, but is of type keyword', 'Write a number'],
    ['1 + text == 2', '1:11', '[text] must be a number', 'Write a number'],
    ['-text == 1', '1:11', '[text] must be a number', 'Write a number'],
    ['time + 1 == 2', '1:11', '[time] must be a number', 'Write a number'],
    [
      'not text',
      '1:11',
      '[text] must be true or false, but is of type keyword',
      'Write true or false',
    ],
    ['text and true', '1:11', '[text] must be true or false', 'Write true or false'],
    ['true or long', '1:11', '[long] must be true or false', 'Write true or false'],
    ['message == "a"', '1:11', '[message] is a text field without a keyword', 'Query a keyword'],
    ['message : "a"', '1:11', '[message] is a text field without a keyword', 'Query a keyword'],
    ['length(message) == 1', '1:11', '[message] is a text field without', 'Query a keyword'],
    ['lenght(text) == 1', '1:11', 'There is no function [lenght]', 'Did you mean [length]?'],
    ['length(long) == 1', '1:11', '[source] of [length] must be of type string', 'type string'],
  ])('%s, at %s: %s', (text, place, message, remedy) => {
    const { problems } = bind(text);
    const [problem] = problems;
    expect(problems.length).toBe(1);
    expect(`${problem?.at?.line}:${problem?.at?.column}`).toBe(place);
    expect(problem?.message).toContain(message);
    expect(problem?.remedy).toContain(remedy);
  });

  it.each([
    ['nowhere == 1 and elsewhere == 2', ['1:11', '1:28']],
    ['nowhere.a == 1 or\n (elsewhere == 2 and text + 1 == 2)', ['1:11', '2:3', '2:22']],
    ['dash-field == "x"', ['1:11', '1:16']],
    ['unknown(nowhere) == 1', ['1:19']],
    ['length(nowhere) == 1', ['1:18']],
    ['nowhere + 1 == 2', ['1:11']],
    ['not nowhere', ['1:15']],
    ['nowhere in (1)', ['1:11']],
    ['nowhere : "a"', ['1:11']],
  ])('%j has its problems at %j, and none that only follow', (text, places) => {
    const { problems } = bind(text);
    expect(problems.map(({ at }) => `${at?.line}:${at?.column}`)).toEqual(places);
  });

  it.each([
    'text == 5',
    'long == "10"',
    'time == "2023-11-01"',
    'ip == "10.0.0.0/8"',
    'true == "x"',
    'text == null',
    'null : "a"',
    '?nowhere + 1 == 2',
    'not ?nowhere',
    '?nowhere in (1, "a")',
    'ver : "1.*"',
    'long in (1, 2.5, null)',
    'concat() == ""',
    'startsWith(text, other)',
  ])('there is none in %s', (text) => {
    expect(bind(text).problems).toEqual([]);
  });
});

describe('bindCondition', () => {
  const problemsOf = (text: string): EqlProblem[] => {
    const problems: EqlProblem[] = [];
    const at = { line: 1, column: 1, start: 0, end: 9 };
    bindCondition(parse(text), schema, problems, at);
    return problems;
  };

  it.each(['flag', 'true', 'null', '?nowhere', 'text == "a"', 'startsWith(text, "a")'])(
    'takes %s',
    (text) => {
      expect(problemsOf(text)).toEqual([]);
    },
  );

  it.each([
    ['text', 'keyword'],
    ['1', 'integer'],
    ['length(text)', 'integer'],
    ['long + 1', 'long'],
    ['"a"', 'keyword'],
  ])('refuses %s at the event', (text, type) => {
    expect(problemsOf(text)).toEqual([
      expect.objectContaining({
        at: expect.objectContaining({ line: 1, column: 1 }),
        message: `The condition [${text}] is of type ${type}, not true or false`,
        remedy: 'Compare it with something, such as == or !=',
      }),
    ]);
  });

  it('needs no place', () => {
    const problems: EqlProblem[] = [];
    bindCondition({ kind: 'field', name: 'text', optional: false }, schema, problems, undefined);
    expect(problems).toEqual([expect.not.objectContaining({ at: expect.anything() })]);
  });
});
