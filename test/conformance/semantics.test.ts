// SPDX-License-Identifier: Apache-2.0
/** Facts learnt from a real Elasticsearch 8.10, asked of the recorded documents. */
import path from 'node:path';
import { EqlError } from '../../common/eql/errors';
import { searchEvents } from '../../common/search';
import { filesIn, readSuite } from './conformance_files';

const files = filesIn(path.join(__dirname, 'data'), 'ecs');
if (!files) {
  throw new Error('The recordings are missing');
}
const { events, schema } = readSuite(files);

type Params = Record<string, unknown>;

/** Ids in one string; sequences with their keys and ">", "-" for what is missing. */
const ask = (query: string, params: Params = {}): string => {
  const request = { size: 200, tiebreaker_field: 'event.sequence', ...params, query };
  const result = searchEvents(request, events, { schema, now: Date.UTC(2026, 0, 1) });
  return result.kind === 'events'
    ? result.events.map(({ _id }) => _id).join(' ')
    : result.sequences
        .map(({ joinKeys, events: found }) => {
          const ids = found.map((event) => event?._id ?? '-').join('>');
          return joinKeys ? `${JSON.stringify(joinKeys)} ${ids}` : ids;
        })
        .join(' | ');
};

const failure = (query: string, params: Params = {}): EqlError => {
  try {
    ask(query, params);
  } catch (error) {
    if (error instanceof EqlError) {
      return error;
    }
    throw error;
  }
  throw new Error('No error came');
};

/** The documents of one scenario that meet a condition. */
const where = (scenario: string, condition: string): string =>
  ask(`any where scn == "${scenario}" and ${condition}`);

/** The same, by what distinguishes them. */
const withoutPrefix = (text: string, prefix: string): string => text.replaceAll(prefix, '');

describe('conditions', () => {
  const BO = 'bo1 bo2 bo3 bo4 bo5 bo6';
  const NO_NUMBER = 'nu08 nu12 nu13';

  it.each([
    ['a bare boolean field is a condition', 'bo', 't.bool', 'bo1 bo4 bo6'],
    ['an unmapped field equals nothing', 'bo', '?no.such == "a"', ''],
    ['an unmapped field is unequal to anything', 'bo', '?no.such != "a"', BO],
    ['not equal, likewise', 'bo', 'not ?no.such == "a"', BO],
    ['no pattern is false of an unmapped field', 'bo', 'not ?no.such : "a*"', ''],
    ['but that it has a value is', 'bo', 'not ?no.such : "*"', BO],
    ['no list is', 'bo', 'not ?no.such in ("a")', ''],
    ['no order is', 'bo', 'not (?no.such > 5)', ''],
    ['no function is', 'bo', 'not startsWith(?no.such, "a")', ''],
    ['a missing value in a comparison is null', 'nu', '(t.num > 5) == null', NO_NUMBER],
    ['null is not unequal to itself', 'nu', 'null != null', ''],
    ['whole numbers are exact', 'nu', 't.num == 9007199254740992', ''],
    ['whole numbers are exact', 'nu', 't.num == 9007199254740993', 'nu05'],
    ['one value of several is enough', 'mv', 'process.args == "solo"', 'mv07 mv08'],
    ['in~ ignores case', 'st', 't.str in~ ("foo")', 'st01 st02 st03 st92'],
    ['a backslash is no escape in a pattern', 'st', 't.str like "foo\\\\*bar"', ''],
    ['case is ignored in ASCII letters only', 'st', 't.str : "ünïcödé"', 'st17'],
    ['~ negates the next piece only', 'st', 't.str regex "~foo"', 'st01 st05 st06'],
    ['~ negates within a group', 'st', 't.str regex "(~f)oo"', 'st01 st05 st06'],
    ['length counts UTF-16 units', 'st', 't.str : "emoji*" and length(t.str) == 12', 'st18'],
    ['nothing is longer than null', 'st', 'length(t.str) > null', ''],
    ['a function takes several fields', 'st', 'concat(t.str, t.txtkw) == "foofoo"', 'st02'],
    ['an ip equals its IPv4-mapped form', 'ip', 't.ip == "10.1.2.3"', 'ip01 ip07'],
    ['a block ignores further bits', 'ip', 'cidrMatch(t.ip, "10.6.48.157/8")', 'ip01 ip07 ip11'],
    ['a block may be an address', 'ip', 'cidrMatch(t.ip, "10.1.2.3")', 'ip01 ip07'],
    ['all of IPv6 holds IPv4', 'ip', 'not cidrMatch(t.ip, "::/0")', 'ip12'],
    [
      'a date with a fraction is an instant',
      'da',
      't.date == "2023-11-01T10:00:00.000Z"',
      'da1 da3 da4',
    ],
    [
      'a date without is a whole second',
      'da',
      't.date == "2023-11-01T10:00:00Z"',
      'da1 da2 da3 da4',
    ],
    ['a day is a whole day', 'da', 't.date == "2023-11-01"', 'da1 da2 da3 da4'],
    ['what is after a second', 'da', 't.date > "2023-11-01T10:00:00Z"', 'da5'],
    ['what is after an instant', 'da', 't.date > "2023-11-01T10:00:00.000Z"', 'da2 da5'],
    [
      'what is not before a second',
      'da',
      't.date >= "2023-11-01T10:00:00Z"',
      'da1 da2 da3 da4 da5',
    ],
    ['date math rounds', 'da', 't.date == "2023-11-01||/d"', 'da1 da2 da3 da4'],
    [
      'unequal is true of missing values',
      'cat',
      'event.category != "process"',
      'cat5 cat6 cat7 cat8 cat10 cat11',
    ],
  ])('%s (%s: %s)', (_, scenario, condition, ids) => {
    expect(where(scenario, condition)).toBe(ids);
  });

  it.each([
    ['"any" where scn == "cat"', ''],
    ['"proc*" where scn == "cat"', ''],
    ['process where scn == "cat"', 'cat1 cat2 cat3 cat4 cat9'],
    ['any where scn == "cat"', 'cat1 cat2 cat3 cat4 cat5 cat6 cat7 cat8 cat9 cat10 cat11'],
  ])('a category is a literal: %s', (query, ids) => {
    expect(ask(query)).toBe(ids);
  });

  it('a regex of anything is that there is a value', () => {
    expect(where('st', 't.str regex "@"')).toBe(where('st', 't.str != null'));
  });

  it('the category field need not be mapped', () => {
    const params = { event_category_field: 'no.such' };
    expect(ask('any where scn == "tb"', params)).toBe(ask('any where scn == "tb"'));
    expect(ask('process where scn == "tb"', params)).toBe('');
  });
});

describe('sequences', () => {
  const by = (key: string, scenario: string, ...categories: string[]): string =>
    [
      `sequence by ${key}`,
      ...categories.map((name) => `[${name} where scn == "${scenario}"]`),
    ].join('\n');

  it.each([
    ['ABB', '1>2'],
    ['AAB', '2>3'],
    ['ABAB', '1>2 3>4'],
    ['AABBCC', '2>3'],
    ['ABACBC', '1>2 3>5'],
    ['AAABBBCCC', '3>4'],
  ])('two stages of %s', (key, found) => {
    const all = ask(`${by('t.k1', 'ov', 'process', 'file')}`).split(' | ');
    const own = all.filter((row) => row.startsWith(`["${key}"]`));
    expect(withoutPrefix(own.join(' '), `ov-${key}-`).replaceAll(`["${key}"] `, '')).toBe(found);
  });

  it.each([
    ['ABABC', '3>4>5'],
    ['ABABCC', '3>4>5'],
    ['AABBCC', '2>3>5'],
    ['ABBC', '1>2>4'],
    ['ABAC', '1>2>4'],
    ['ABACBC', '1>2>4 3>5>6'],
  ])('three stages of %s', (key, found) => {
    const all = ask(by('t.k1', 'ov', 'process', 'file', 'network')).split(' | ');
    const own = all.filter((row) => row.startsWith(`["${key}"]`));
    expect(withoutPrefix(own.join(' '), `ov-${key}-`).replaceAll(`["${key}"] `, '')).toBe(found);
  });

  it('runs slide by one', () => {
    const all = ask('sequence by t.k1 [process where scn == "rn"] with runs=2').split(' | ');
    expect(all.filter((row) => row.startsWith('["AAAAB"]'))).toEqual([
      '["AAAAB"] rn-AAAAB-1>rn-AAAAB-2',
      '["AAAAB"] rn-AAAAB-2>rn-AAAAB-3',
      '["AAAAB"] rn-AAAAB-3>rn-AAAAB-4',
    ]);
  });

  it('until ends what is open, in the order of the tiebreaker within a millisecond', () => {
    const rows = ask(
      `${by('t.k1', 'un', 'process', 'file')} until [network where scn == "un"]`,
    ).split(' | ');
    expect(rows.map((row) => row.split(' ')[0]).sort()).toEqual(
      ['["ABU"]', '["ABUB"]', '["AUAB"]', '["UAB"]', '["both"]', '["nul"]', '["tieBU"]'].sort(),
    );
  });

  it('an event in the millisecond of a neighbour is not between', () => {
    const rows = ask(
      'sequence by t.k1 with maxspan=1m [process where scn == "un"] ![network where scn == "un"] [file where scn == "un"]',
    ).split(' | ');
    expect(rows).toContain('["tieAU"] un-tieAU-1>->un-tieAU-3');
    expect(rows).toContain('["tieUB"] un-tieUB-1>->un-tieUB-3');
    expect(rows.filter((row) => /"(AUB|AAUB)"/.test(row))).toEqual([]);
  });

  it('an unmapped optional key is no key', () => {
    const keyed = ask(by('?no.such', 'nk', 'process', 'file'));
    const free = ask('sequence [process where scn == "nk"] [file where scn == "nk"]');
    expect(keyed.split(' | ')).toEqual(free.split(' | ').map((row) => `[null] ${row}`));
  });

  it.each([
    ['user.name', '?user.name', '["ann"] nk01>nk04 | ["bea"] nk07>nk08 | [""] nk09>nk10'],
    ['?user.name', 'user.name', '["ann"] nk01>nk04 | ["bea"] nk07>nk08 | [""] nk09>nk10'],
    ['?user.name', '?t.k1', '[null] nk05>nk06'],
  ])('missing keys join where both are optional: %s, %s', (first, second, found) => {
    expect(
      ask(`sequence [process where scn == "nk"] by ${first} [file where scn == "nk"] by ${second}`),
    ).toBe(found);
  });

  const INSTANT = '["2023-11-01T10:00:00.000Z"]';

  it.each([
    ['text, with its case', 'process.name', 'ty', ''],
    ['normalized text, as normalized', 'process.name.caseless', 'ty', '["cmd.exe"] ty2>ty3'],
    ['a date, in ISO form', 't.date', 'da', `${INSTANT} da1>da3 | ${INSTANT} da3>da4`],
    [
      'each value of a boolean',
      't.bool',
      'bo',
      '[true] bo1>bo4 | [false] bo2>bo5 | [false] bo5>bo6 | [true] bo4>bo6',
    ],
  ])('a key is %s', (_, key, scenario, found) => {
    expect(ask(by(key, scenario, 'process', 'process'))).toBe(found);
  });
});

describe('the order and number of results', () => {
  const TB = 'any where scn == "tb"';

  it.each<[string, Params, string]>([
    ['the last ones, tied ones backwards', {}, 'tb8 tb7 tb2 tb3 tb1 tb6 tb5 tb4 tb9'],
    ['the first ones', { result_position: 'head' }, 'tb7 tb8 tb2 tb3 tb1 tb6 tb5 tb4 tb9'],
    [
      'a date as tiebreaker',
      { tiebreaker_field: 'event.ingested' },
      'tb8 tb7 tb4 tb1 tb3 tb2 tb6 tb5 tb9',
    ],
    ['no tiebreaker', { tiebreaker_field: undefined }, 'tb8 tb7 tb6 tb5 tb4 tb3 tb2 tb1 tb9'],
  ])('%s', (_, params, ids) => {
    expect(ask(TB, params)).toBe(ids);
  });

  const REAL = `sequence by host.id, process.entity_id
    [process where scn == "real" and event.type == "start"]
    [any where scn == "real" and event.category != "process"]`;
  const ALL = ask(REAL).split(' | ');
  const EVENTS = 'process where scn == "real" and event.type == "start"';

  it.each<[string, string, Params, string[]]>([
    ['10 by default, the last', '', { size: undefined }, ALL.slice(-10)],
    ['head before size', '| head 4', { size: 2 }, ALL.slice(0, 2)],
    ['tail before size', '| tail 4', { size: 2, result_position: 'head' }, ALL.slice(-2)],
    ['head within', '| head 4', {}, ALL.slice(0, 4)],
    ['tail within', '| tail 4', { result_position: 'head' }, ALL.slice(-4)],
    ['none', '', { size: 0 }, ['']],
  ])('%s', (_, pipes, params, rows) => {
    expect(ALL.length).toBeGreaterThan(14);
    expect(ask(`${REAL} ${pipes}`, params).split(' | ')).toEqual(rows);
  });

  it('10 events by default, the last', () => {
    const all = ask(EVENTS).split(' ');
    expect(ask(EVENTS, { size: undefined }).split(' ')).toEqual(all.slice(-10));
  });

  it.each<[string, Params]>([
    ['fetch_size', { fetch_size: 0 }],
    ['fetch_size', { fetch_size: 1 }],
    ['size', { size: -1 }],
    ['case_sensitive', { case_sensitive: true }],
  ])('no %s of %j', (name, params) => {
    const { kind, message } = failure(EVENTS, params);
    expect([kind, message]).toEqual(['request', expect.stringContaining(`[${name}]`)]);
  });
});

describe('samples', () => {
  const stages = '[process where scn == "sm"] [file where scn == "sm"]';

  it.each<[string, string, Params, string]>([
    [
      'missing keys come first',
      `sample by ?user.name ${stages}`,
      {},
      '[null] sm-d-3P>sm-d-2F | ["ua"] sm-a-1P>sm-a-2F | ["ub"] sm-b-1P>sm-b-3F | ["uc"] sm-c-1P>sm-c-2F | ["ue"] sm-e-1P>sm-e-4F',
    ],
    ['an array of keys is several', `sample by t.strs ${stages}`, {}, '["s2"] sm-mv1>sm-mv2'],
    [
      'size cuts from the front',
      `sample by host.id ${stages}`,
      { size: 2, result_position: 'tail' },
      '["sm-a"] sm-a-1P>sm-a-2F | ["sm-b"] sm-b-1P>sm-b-3F',
    ],
    [
      'max_samples_per_key cuts from the front',
      `sample by host.id ${stages}`,
      { size: 3, max_samples_per_key: 2 },
      '["sm-a"] sm-a-1P>sm-a-2F | ["sm-b"] sm-b-1P>sm-b-3F | ["sm-b"] sm-b-1P>sm-b-4F',
    ],
  ])('%s', (_, query, params, found) => {
    expect(ask(query, params)).toBe(found);
  });
});

describe('errors', () => {
  it.each([
    ['a string in single quotes', "process where process.name == 'a'", '1:32'],
    ['an old raw string', 'process where process.name == ?"a"', '1:32'],
    ['an unknown escape', 'process where process.name == "\\*"', '1:31'],
    ['join', 'join by host.id [process where true] [file where true]', undefined],
    [
      'fields compared with each other',
      'process where process.name == process.executable',
      undefined,
    ],
    ['a field in a list', 'process where process.name in (process.executable)', undefined],
    ['a text in a list of dates', 'any where t.date in ("2023-11-01")', '1:11'],
    ['an address in a list', 'any where t.ip in ("10.1.2.3")', '1:11'],
    ['a pattern for a number', 'any where t.num : "10"', '1:11'],
    ['a number beyond a long', 'any where t.num == 9223372036854775808', undefined],
    ['a number below a long', 'any where t.num == -9223372036854775808', undefined],
    [
      'missing events alone',
      'sequence with maxspan=1m ![any where true] ![any where true]',
      undefined,
    ],
    ['one run of one stage', 'sequence [process where true] with runs=1', '1:2'],
    ['no number', 'any where number("abc") == 1', undefined],
    ['no number in an event', 'any where scn == "st" and number(t.str) == 1', undefined],
    ['greedy between that overlaps', 'any where between(t.str, "o", "o", true) == "o"', undefined],
    [
      'a span in a sample',
      'sample by host.id with maxspan=1m [any where true] [any where true]',
      '1:19',
    ],
  ])('%s: %s', (_, query, place) => {
    const { problems } = failure(query);
    const at = problems.map((problem) => problem.at && `${problem.at.line}:${problem.at.column}`);
    expect(problems.length).toBe(1);
    if (place !== undefined) {
      expect(at).toEqual([place]);
    }
  });

  it('a tiebreaker that is a date fails sequences only', () => {
    const params = { tiebreaker_field: 'event.ingested' };
    expect(
      failure('sequence [process where scn == "tb"] [file where scn == "tb"]', params).kind,
    ).toBe('request');
  });

  it('a tiebreaker that is not mapped', () => {
    expect(failure('any where true', { tiebreaker_field: 'no.such' }).kind).toBe('verification');
  });
});
