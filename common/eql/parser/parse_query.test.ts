// SPDX-License-Identifier: Apache-2.0
import { outlineQuery, parseErrorOf } from './outline_test_helpers';
import { parseQuery } from './parse_query';

const TWO = '[a where true] [b where true]';

const parsed = (text: string): string[] => outlineQuery(parseQuery(text));
const heads = (text: string): string | undefined => parsed(text)[0];

describe('an event query', () => {
  it.each([
    ['process where true', '"process" true'],
    ['any where true', 'any true'],
    ['"any" where true', '"any" true'],
    ['"my-cat.x y" where true', '"my-cat.x y" true'],
    ['"""a\\b""" where true', '"a\\\\b" true'],
    ['"a\\"b" where true', '"a\\"b" true'],
    ['"" where true', '"" true'],
    ['Any where true', '"Any" true'],
    ['head where true', '"head" true'],
    ['_x where true', '"_x" true'],
    ['  process\n where\n true // end', '"process" true'],
  ])('%j', (text, outline) => {
    expect(parsed(text)).toEqual([outline]);
  });

  it('knows where its condition and itself stand', () => {
    const text = ' process where\n a == 1 | head 5';
    const { at } = parseQuery(text);
    expect(at && text.slice(at.start, at.end)).toBe('process where\n a == 1');
    expect(at).toMatchObject({ line: 1, column: 2 });
  });
});

describe('pipes', () => {
  it.each<[string, string[]]>([
    ['| head 5', ['| head 5']],
    ['| tail 5', ['| tail 5']],
    ['| head 0', ['| head 0']],
    ['| head 1+1', ['| head 2']],
    ['| head 2 * 3 - 7 / 2', ['| head 3']],
    ['| head 7 % 4', ['| head 3']],
    ['| head (2)', ['| head 2']],
    ['| head -(-3)', ['| head 3']],
    ['| head -(1 - 3)', ['| head 2']],
    ['| head 9 | tail 3 | head 1', ['| head 9', '| tail 3', '| head 1']],
  ])('%s', (pipes, expected) => {
    expect(parsed(`any where true ${pipes}`).slice(1)).toEqual(expected);
    expect(parsed(`sequence ${TWO} ${pipes}`).slice(3)).toEqual(expected);
  });
});

describe('a sequence', () => {
  it.each<[string, string[]]>([
    [`sequence ${TWO}`, ['sequence', '["a" true]', '["b" true]']],
    [`sequence by x ${TWO}`, ['sequence <x>', '["a" true]', '["b" true]']],
    [
      `sequence by x, ?y.z, \`w v\` ${TWO}`,
      ['sequence <x> ?<y.z> <w v>', '["a" true]', '["b" true]'],
    ],
    [
      'sequence [a where true] by x [b where true] by y',
      ['sequence', '["a" true] <x>', '["b" true] <y>'],
    ],
    [
      'sequence by v [a where true] by x, ?y [any where z] by z, w',
      ['sequence <v>', '["a" true] <x> ?<y>', '[any <z>] <z> <w>'],
    ],
    [
      'sequence with maxspan=1m [a where true] ![b where true] [c where true]',
      ['sequence maxspan=1m', '["a" true]', '!["b" true]', '["c" true]'],
    ],
    [
      'sequence with maxspan=1m ![a where true] by x [b where true] by y',
      ['sequence maxspan=1m', '!["a" true] <x>', '["b" true] <y>'],
    ],
    ['sequence [a where true] with runs=2', ['sequence', '["a" true] runs=2']],
    [
      'sequence [a where true] by x with runs=100 [b where true] by y with runs = 1',
      ['sequence', '["a" true] <x> runs=100', '["b" true] <y>'],
    ],
    ['sequence [a where true] with runs=2.9', ['sequence', '["a" true] runs=2']],
    [
      `sequence ${TWO} until [c where true]`,
      ['sequence', '["a" true]', '["b" true]', 'until ["c" true]'],
    ],
    [
      'sequence [a where true] by x [b where true] by y until [c where true] by z',
      ['sequence', '["a" true] <x>', '["b" true] <y>', 'until ["c" true] <z>'],
    ],
    [
      `sequence ${TWO} until ![c where true] with runs=2`,
      ['sequence', '["a" true]', '["b" true]', 'until !["c" true] runs=2'],
    ],
    ['sequence ["any" where true] [any where true]', ['sequence', '["any" true]', '[any true]']],
  ])('%s', (text, expected) => {
    expect(parsed(text)).toEqual(expected);
  });

  it.each([
    ['1ms', 'maxspan=1ms'],
    ['30s', 'maxspan=30s'],
    ['1m', 'maxspan=1m'],
    ['24h', 'maxspan=24h'],
    ['7d', 'maxspan=7d'],
    ['1 s', 'maxspan=1s'],
    ['01s', 'maxspan=1s'],
  ])('with maxspan=%s', (span, expected) => {
    expect(heads(`sequence with maxspan=${span} ${TWO}`)).toBe(`sequence ${expected}`);
    expect(heads(`sequence by x with maxspan = ${span} ${TWO}`)).toBe(`sequence <x> ${expected}`);
  });

  it('knows where its stages stand', () => {
    const text = 'sequence\n  [a where true]\n  ![b where x == 1] by y\n  [c where true]';
    const query = parseQuery(
      text.replace('sequence', 'sequence with maxspan=1s').replace(' by y', ''),
    );
    if (query.kind !== 'sequence') {
      throw new TypeError('A sequence was expected');
    }
    expect(query.stages.map(({ at }) => [at?.line, at?.column])).toEqual([
      [2, 3],
      [3, 3],
      [4, 3],
    ]);
  });
});

describe('a sample', () => {
  it.each<[string, string[]]>([
    [`sample by x ${TWO}`, ['sample <x>', '["a" true]', '["b" true]']],
    [
      'sample [a where true] by x [b where true] by y',
      ['sample', '["a" true] <x>', '["b" true] <y>'],
    ],
    [
      'sample by ?v, w [a where true] by x [b where true] by y [any where z] by z',
      ['sample ?<v> <w>', '["a" true] <x>', '["b" true] <y>', '[any <z>] <z>'],
    ],
  ])('%s', (text, expected) => {
    expect(parsed(text)).toEqual(expected);
  });
});

describe('a query that is not EQL', () => {
  /** The place is where Elasticsearch 8.10 reports the error. */
  it.each([
    ['', '1:1', 'ends too early'],
    ['process', '1:8', 'ends too early'],
    ['process where', '1:14', 'ends too early'],
    ['where true', '1:1', '[where]'],
    ['5 where true', '1:1', '[5]'],
    ['my.cat where true', '1:3', '[.]'],
    ['any any where true', '1:5', '[any]'],
    ['process WHERE true', '1:9', '[WHERE]'],
    ['SELECT * FROM x', '1:8', '[*]'],
    ['| head 5', '1:1', '[|]'],
    ["'process' where true", '1:2', 'double quotes'],
    ['"\\u{d800}" where true', '1:2', 'surrogate'],
    ['"\\u{110000}" where true', '1:2', 'code point'],

    ['process where process.name ==', '1:30', 'ends too early'],
    ['process where == 1', '1:15', '[==]'],
    ['process where true)', '1:19', '[)]'],
    ['process where (true', '1:20', 'ends too early'],
    ['process where x === "a"', '1:19', '[=]'],
    ['process where x = 1', '1:17', '[=]'],
    ['process where true || true', '1:21', '[|]'],
    ['process where NOT true', '1:19', '[true]'],
    ['process where true AND true', '1:20', '[AND]'],
    ['process where true OR false', '1:20', '[OR]'],
    ['process where not', '1:18', 'ends too early'],
    ['process where and true', '1:15', '[and]'],
    ['process where a b', '1:17', '[b]'],
    ['process where 1 < x < 5', '1:21', '[<]'],
    ['process where x == 1 == true', '1:22', '[==]'],
    ['process where x : y', '1:19', '[y]'],
    ['process where x : -5', '1:19', '[-]'],
    ['process where "a" : y', '1:21', '[y]'],
    ['process where x like y', '1:22', '[y]'],
    ['process where x in "a"', '1:20', '["a"]'],
    ['process where x in ()', '1:21', '[)]'],
    ['process where x in (1,)', '1:23', '[)]'],
    ['process where x not like "a"', '1:21', '[like]'],
    ['process where x not true', '1:21', '[true]'],
    ['process where f(x "a")', '1:19', '["a"]'],
    ['process where f(x, "a",)', '1:24', '[)]'],
    ['process where f(', '1:17', 'ends too early'],
    ['process where x == 1.2.3', '1:23', '[.3]'],
    ['process where .name == 1', '1:15', '[.]'],
    ['process where a. == 1', '1:18', '[==]'],
    ['process where 5process == 1', '1:16', '[process]'],
    ['process where ?? x == null', '1:16', '[?]'],
    ['process where ?"a" == "a"', '1:16', 'three double quotes'],
    ['process where in == 1', '1:15', '[in]'],
    ['process where sequence == 1', '1:15', '[sequence]'],
    ['process where x == 0x0A', '1:21', '[x0A]'],
    ["process where x == 'a'", '1:21', 'double quotes'],
    ["process where x == ?'a'", '1:21', 'three double quotes'],
    ['process where x == "\\u{d800}"', '1:21', 'surrogate'],
    ['process where x == "\\u{110000}"', '1:21', 'code point'],
    ['process where x == "\\u{1}"', '1:21', '8'],
    ['process where x == "\\u{123456789}"', '1:21', '8'],
    ['process where x == 1e999', '1:21', 'too large'],
    ['process where args[0] == "a"', '1:20', 'Array indexes'],
    ['process where args[ 0 ] == "a"', '1:21', 'Array indexes'],
    ['process where args["a"] == "a"', '1:19', '[[]'],
    ['process where descendant of [process where true]', '1:15', '[descendant of]'],
    ['process where child of [a where event of [b where true]]', '1:33', '[event of]'],
    ['process where true; true', '1:19', '[;]'],

    ['process where true | ', '1:22', 'ends too early'],
    ['process where true || head 5', '1:21', '[|]'],
    ['process where true | 5', '1:22', '[5]'],
    ['process where true | head', '1:21', 'found 0 arguments'],
    ['process where true | head 3, 4', '1:21', 'found 2 arguments'],
    ['process where true | head -1', '1:28', 'positive whole number, found [-]'],
    ['process where true | head "3"', '1:28', 'positive whole number, found ["3"]'],
    ['process where true | head 1.5', '1:28', 'positive whole number, found [1.5]'],
    ['process where true | head x', '1:28', 'positive whole number, found [x]'],
    ['process where true | head 1/0', '1:28', 'positive whole number, found [1]'],
    ['process where true | count', '1:21', '[count] is not supported'],
    ['process where true | unique x', '1:21', '[unique] is not supported'],
    ['process where true | filter true', '1:21', '[filter] is not supported'],
    ['process where true | sort x', '1:21', '[sort] is not supported'],
    ['process where true | bogus 1', '1:23', 'no pipe [bogus]'],
    ['process where true | HEAD 1', '1:23', 'no pipe [HEAD]'],

    ['sequence', '1:9', 'ends too early'],
    ['sequence [a where true', '1:23', 'ends too early'],
    ['sequence a where true', '1:10', '[a]'],
    ['sequence [true] [false]', '1:11', '[true]'],
    ['SEQUENCE [a where true] [b where true]', '1:10', '[[]'],
    ['![a where true]', '1:1', '[![]'],
    [`sequence by ${TWO}`, '1:13', '[[]'],
    [`sequence by x, ${TWO}`, '1:16', '[[]'],
    [`sequence by x y ${TWO}`, '1:15', '[y]'],
    [`sequence by 5 ${TWO}`, '1:11', 'must be a field'],
    [`sequence by length(x) ${TWO}`, '1:11', 'must be a field'],
    ['sequence [a where true] by 1 [b where true] by x', '1:26', 'must be a field'],
    ['sequence [a where true] by x [b where true]', '1:31', 'has 1, this one 0'],
    ['sequence [a where true] [b where true] by x', '1:41', 'has 0, this one 1'],
    ['sequence [a where true] by x [b where true] by x, y', '1:46', 'has 1, this one 2'],
    [`sequence ${TWO} until [c where true] by x`, '1:62', 'has 0, this one 1'],
    [`sequence by x with maxspan ${TWO}`, '1:28', '[[]'],
    [`sequence by x maxspan=1s ${TWO}`, '1:15', '[maxspan]'],
    [`sequence by x with maxspan=1s with maxspan=2s ${TWO}`, '1:31', '[with]'],
    [`sequence with maxspan=1s by x ${TWO}`, '1:2', '[by] must stand before'],
    [`sequence with maxspan=-1s ${TWO}`, '1:23', '[-]'],
    [`sequence with maxspan="1s" ${TWO}`, '1:23', '["1s"]'],
    [`sequence with maxspan=1.5s ${TWO}`, '1:24', 'whole number, found [1.5]'],
    [`sequence with maxspan=0s ${TWO}`, '1:24', 'more than 0, found [0]'],
    [`sequence with maxspan=1 ${TWO}`, '1:24', 'no time unit'],
    [`sequence with maxspan=1w ${TWO}`, '1:25', '[w]'],
    [`sequence with maxspan=1M ${TWO}`, '1:25', '[M]'],
    [`sequence with maxspan=1S ${TWO}`, '1:25', '[S]'],
    ['sequence with maxspan=1s', '1:25', 'ends too early'],
    ['sequence [a where true]', '1:2', 'at least 2 events, found 1'],
    ['sequence [a where true] with runs=1', '1:2', 'at least 2 events, found 1'],
    ['sequence with maxspan=1m ![a where true]', '1:2', 'at least 2 events, found 1'],
    ['sequence [a where true] ![b where true]', '1:2', 'time limit'],
    ['sequence [a where true] with runs=2 by x', '1:37', '[by]'],
    ['sequence [a where true] with runs=0', '1:36', 'between 1 and 100, found [0]'],
    ['sequence [a where true] with runs=101', '1:36', 'between 1 and 100, found [101]'],
    ['sequence [a where true] with runs=-1', '1:35', '[-]'],
    ['sequence [a where true] with runs="2"', '1:35', '["2"]'],
    ['sequence [a where true] with run=2', '1:31', '[run]'],
    [`sequence ${TWO} until`, '1:45', 'ends too early'],
    [`sequence until ${TWO}`, '1:10', '[until]'],
    [`sequence ${TWO} until [c where true] until [d where true]`, '1:61', '[until]'],

    ['sample', '1:7', 'ends too early'],
    ['sample by x', '1:12', 'ends too early'],
    ['sample by x [a where true]', '1:2', 'at least 2 events, found 1'],
    ['sample [a where true] [b where true]', '1:9', 'at least one join key'],
    ['sample by x [a where true] [b where true] by y', '1:44', 'has 0, this one 1'],
    ['sample by x with maxspan=1m [a where true] [b where true]', '1:13', '[with]'],
    ['sample by x [a where true] with runs=2 [b where true]', '1:28', '[with]'],
    ['sample by x [a where true] [b where true] until [c where true]', '1:43', '[until]'],
    ['sample by x [a where true] [b where true] | tail 2', '1:44', 'no pipes'],

    ['any where\n\n  x ==\n  )', '4:3', '[)]'],
    ['any where x == "a\\nb" ]', '1:23', '[]]'],
  ])('%j, at %s: %s', (text, place, message) => {
    const { kind, problems } = parseErrorOf(text);
    const [problem] = problems;
    expect(kind).toBe('parsing');
    expect(problems.length).toBe(1);
    expect(`${problem?.at?.line}:${problem?.at?.column}`).toBe(place);
    expect(problem?.message).toContain(message);
    expect(problem?.remedy).toMatch(/\w{3}/);
  });

  it.each([
    [
      'a missing event in a sample',
      'sample by x [a where true] ![b where true]',
      'in sequences only',
    ],
  ])('%s has no place', (_, text, message) => {
    const [problem] = parseErrorOf(text).problems;
    expect(problem?.at).toBeUndefined();
    expect(problem?.message).toContain(message);
  });

  it.each([
    ['join by x [a where true] [b where true]'],
    ['join [a where true] by x [b where true] by y until [c where true] by z | head 1'],
    ['sequence with maxspan=1m ![a where true] ![b where true]'],
    ['sequence [a where true] until [b where true]'],
  ])('%s', (text) => {
    const { kind, problems } = parseErrorOf(text);
    expect([kind, problems.length]).toEqual(['parsing', 1]);
    expect(problems[0]?.remedy).toMatch(/\w{3}/);
  });

  it.each([
    [
      'a misplaced token before a wrong option',
      'sequence [a where true] with runs=0 [b where',
      '1:45',
    ],
    ['a misplaced token before a quote', "process where x == 'a' and )", '1:28'],
    ['the first of two wrong options', `sequence by 1 with maxspan=1w ${TWO}`, '1:11'],
  ])('%s is reported', (_, text, place) => {
    const [problem] = parseErrorOf(text).problems;
    expect(`${problem?.at?.line}:${problem?.at?.column}`).toBe(place);
  });

  it.each([
    ["x == 'it\\'s'", 'Write "it\'s"'],
    ['x == ?"C:\\a"', 'Write """C:\\a"""'],
    ['x and y && z', 'Write "and" for a logical and'],
  ])('the remedy says what to write: %s', (condition, remedy) => {
    expect(parseErrorOf(`any where ${condition}`).problems[0]?.remedy).toBe(remedy);
  });

  it('the message of the error holds place, message and remedy', () => {
    const { message, problems } = parseErrorOf('process where true | count');
    const [problem] = problems;
    expect(message).toBe(`line 1:21: ${problem?.message}. ${problem?.remedy}`);
  });
});
