// SPDX-License-Identifier: Apache-2.0
import { EqlError } from '../eql/errors';
import { schemaFromMapping } from '../eql/types/mapping';
import { compileQueryDsl } from './query_dsl';

const schema = schemaFromMapping({
  properties: {
    'o.list': { type: 'nested', properties: { a: { type: 'keyword' }, b: { type: 'long' } } },
    '@timestamp': { type: 'date' },
    user: { properties: { name: { type: 'keyword' }, id: { type: 'long' } } },
    path: { type: 'keyword', fields: { caseless: { type: 'keyword', normalizer: 'lowercase' } } },
    message: { type: 'text' },
    ip: { type: 'ip' },
    flag: { type: 'boolean' },
    wild: { type: 'wildcard' },
  },
});

const NOW = Date.UTC(2024, 1, 29, 12);
const context = { schema, now: NOW };

const holds = (query: unknown, source: Record<string, unknown>, id = '1'): boolean =>
  compileQueryDsl(query, context)({ _id: id, _source: source });

type Source = Record<string, unknown>;

/** A query, documents that it finds, and that it does not. */
type Row = readonly [query: unknown, yes: readonly Source[], no: readonly Source[]];

const ANN = { user: { name: 'ann', id: 7 } };
const BOB = { user: { name: 'bob', id: 8 } };
const NOBODY = { path: '/x' };

describe('compileQueryDsl', () => {
  it.each<Row>([
    [{ match_all: {} }, [ANN, {}], []],
    [{ match_none: {} }, [], [ANN, {}]],

    [{ term: { 'user.name': 'ann' } }, [ANN, { user: { name: ['x', 'ann'] } }], [BOB, NOBODY]],
    [{ term: { 'user.name': { value: 'ann' } } }, [ANN], [BOB]],
    [{ term: { 'user.name': { value: 'ann', boost: 2 } } }, [ANN], [BOB]],
    [{ term: { 'user.name': 'ANN' } }, [], [ANN]],
    [{ term: { 'user.name': { value: 'ANN', case_insensitive: true } } }, [ANN], [BOB]],
    [{ term: { 'user.id': 7 } }, [ANN], [BOB, NOBODY]],
    [{ term: { 'user.id': '7' } }, [ANN], [BOB]],
    [{ term: { flag: true } }, [{ flag: true }, { flag: 'true' }], [{ flag: false }, {}]],
    [{ term: { ip: '10.0.0.0/8' } }, [{ ip: '10.1.2.3' }], [{ ip: '11.0.0.1' }]],
    [{ term: { 'path.caseless': '/BIN/SH' } }, [{ path: '/Bin/sh' }], [{ path: '/bin' }]],
    [{ term: { nowhere: 'x' } }, [], [{ nowhere: 'x' }, ANN]],
    [{ term: { 'user.name': '' } }, [{ user: { name: '' } }], [ANN, NOBODY]],

    [{ terms: { 'user.name': ['ann', 'eve'] } }, [ANN], [BOB, NOBODY]],
    [{ terms: { 'user.name': [] } }, [], [ANN]],
    [{ terms: { 'user.id': [7, '9'] } }, [ANN, { 'user.id': 9 }], [BOB]],
    [{ terms: { 'user.name': ['ann'], boost: 1 } }, [ANN], [BOB]],
    [{ terms: { nowhere: ['x'] } }, [], [{ nowhere: 'x' }]],

    [{ match: { 'user.name': 'ann' } }, [ANN], [BOB]],
    [{ match: { 'user.name': { query: 'ann' } } }, [ANN], [BOB]],
    [
      { match: { message: 'Quick fox' } },
      [{ message: 'the quick dog' }, { message: 'a FOX!' }],
      [{ message: 'quickly' }, {}],
    ],
    [{ match_phrase: { 'user.name': 'ann' } }, [ANN], [BOB, { user: { name: 'ann b' } }]],
    [
      { match_phrase: { message: 'quick Fox' } },
      [{ message: 'the quick, fox' }, { message: ['x', 'Quick fox jumps'] }],
      [{ message: 'quick brown fox' }, { message: 'fox quick' }, { message: 'quick foxes' }, {}],
    ],

    [{ prefix: { path: '/usr/' } }, [{ path: '/usr/bin' }], [{ path: '/USR/bin' }, {}]],
    [
      { prefix: { path: { value: '/USR', case_insensitive: true } } },
      [{ path: '/usr/b' }],
      [{ path: '/bin' }],
    ],
    [{ prefix: { 'path.caseless': '/USR' } }, [{ path: '/Usr/b' }], [{ path: '/bin' }]],

    [
      { wildcard: { path: '/usr/*/g?c' } },
      [{ path: '/usr/bin/gcc' }],
      [{ path: '/usr/bin/g++c' }, {}],
    ],
    [
      { wildcard: { path: { value: '*GCC', case_insensitive: true } } },
      [{ path: '/bin/gcc' }],
      [{ path: '/cc' }],
    ],
    [{ wildcard: { path: { wildcard: '*gcc' } } }, [{ path: '/bin/gcc' }], [{ path: '/cc' }]],
    [
      { regexp: { path: '(.*\\/)?(gcc|cc)' } },
      [{ path: '/usr/bin/gcc' }, { path: 'cc' }, { path: ['x', '/cc'] }],
      [{ path: '/gccx' }, { path: 'xcc' }, {}],
    ],
    [{ regexp: { wild: { value: 'a.*[\\ \\"]b' } } }, [{ wild: 'a x "b' }], [{ wild: 'axb' }]],
    [
      { regexp: { path: { value: 'gcc', case_insensitive: true } } },
      [{ path: 'GCC' }],
      [{ path: 'g' }],
    ],
    [{ wildcard: { path: '/a\\*b' } }, [{ path: '/a*b' }], [{ path: '/axb' }, { path: '/a\\xb' }]],
    [{ wildcard: { path: 'a?\\*' } }, [{ path: 'ax*' }], [{ path: 'a*' }, { path: 'axx' }]],
    [{ wildcard: { path: 'a\\?b*' } }, [{ path: 'a?bc' }], [{ path: 'axbc' }]],
    [{ wildcard: { path: 'a\\\\b' } }, [{ path: 'a\\b' }], [{ path: 'a\\\\b' }]],
    [{ wildcard: { path: 'a.b\\*' } }, [{ path: 'a.b*' }], [{ path: 'axb*' }]],
    [{ wildcard: { path: '*\\*é"<&~@#[' } }, [{ path: 'x*é"<&~@#[' }], [{ path: 'xxé"<&~@#[' }]],
    [
      { wildcard: { path: { value: '\\*A', case_insensitive: true } } },
      [{ path: '*a' }],
      [{ path: 'xa' }],
    ],
    [{ wildcard: { 'path.caseless': '/USR/*' } }, [{ path: '/Usr/b' }], [{ path: '/bin' }]],
    [{ wildcard: { wild: '*' } }, [{ wild: '' }, { wild: 'x' }], [{}]],

    [
      { exists: { field: 'user.name' } },
      [ANN, { user: { name: '' } }],
      [NOBODY, { user: { name: null } }, { user: { name: [] } }],
    ],
    [{ exists: { field: 'user' } }, [ANN, { user: { id: 1 } }], [NOBODY, { user: {} }]],
    [{ exists: { field: 'use' } }, [], [ANN]],
    [{ exists: { field: 'nowhere' } }, [], [{ nowhere: 'x' }]],
    [{ exists: { field: 'user.id' } }, [ANN], [{ user: { id: 'x' } }]],

    [{ range: { 'user.id': { gte: 7, lt: 8 } } }, [ANN], [BOB, NOBODY]],
    [{ range: { 'user.id': { gt: 7, lte: 8 } } }, [BOB], [ANN]],
    [{ range: { 'user.id': {} } }, [ANN, BOB], [NOBODY]],
    [{ range: { 'user.id': { gt: 5, lt: 9 } } }, [ANN], [{ user: { id: [1, 20] } }]],
    [{ range: { 'user.name': { gte: 'b' } } }, [BOB], [ANN]],
    [
      { range: { '@timestamp': { gte: '2023-11-01T09:00:30Z', lt: '2023-11-02' } } },
      [{ '@timestamp': '2023-11-01T09:00:30.000Z' }, { '@timestamp': '2023-11-01T23:59:59.999Z' }],
      [{ '@timestamp': '2023-11-01T09:00:29.999Z' }, { '@timestamp': '2023-11-02' }],
    ],
    [
      { range: { '@timestamp': { gt: '2023-11-01', lte: '2023-11-02' } } },
      [{ '@timestamp': '2023-11-02' }, { '@timestamp': '2023-11-02T23:59:59.999Z' }],
      [{ '@timestamp': '2023-11-01T23:59:59.999Z' }, { '@timestamp': '2023-11-03' }],
    ],
    [
      {
        range: { '@timestamp': { gte: 'now-1h', lte: 'now', format: 'strict_date_optional_time' } },
      },
      [{ '@timestamp': NOW - 3_600_000 }, { '@timestamp': NOW }],
      [{ '@timestamp': NOW - 3_600_001 }, { '@timestamp': NOW + 1 }],
    ],
    [
      { range: { ip: { gte: '10.0.0.0', lte: '10.255.255.255' } } },
      [{ ip: '10.1.2.3' }],
      [{ ip: '::1' }],
    ],
    [{ range: { nowhere: { gte: 1 } } }, [], [{ nowhere: 2 }]],

    [
      {
        nested: {
          path: 'o.list',
          query: { bool: { filter: [{ term: { 'o.list.a': 'x' } }, { term: { 'o.list.b': 1 } }] } },
        },
      },
      [
        { o: { list: [{ a: 'y' }, { a: 'x', b: 1 }] } },
        { o: { list: { a: 'x', b: [2, 1] } } },
        { 'o.list': [{ a: 'x', b: 1 }] },
      ],
      [
        {
          o: {
            list: [
              { a: 'x', b: 2 },
              { a: 'y', b: 1 },
            ],
          },
        },
        { o: { list: [] } },
        { o: 5 },
        {},
      ],
    ],

    [{ bool: {} }, [ANN, {}], []],
    [{ bool: { must: { term: { 'user.name': 'ann' } } } }, [ANN], [BOB]],
    [
      { bool: { must: [{ term: { 'user.name': 'ann' } }], filter: [{ term: { 'user.id': 7 } }] } },
      [ANN],
      [BOB, { user: { name: 'ann', id: 8 } }],
    ],
    [
      { bool: { must_not: [{ term: { 'user.name': 'ann' } }, { exists: { field: 'path' } }] } },
      [BOB, {}],
      [ANN, NOBODY],
    ],
    [
      { bool: { should: [{ term: { 'user.name': 'ann' } }, { term: { 'user.id': 8 } }] } },
      [ANN, BOB],
      [NOBODY],
    ],
    [
      { bool: { should: [{ term: { 'user.name': 'eve' } }], filter: [{ match_all: {} }] } },
      [ANN],
      [],
    ],
    [
      {
        bool: {
          should: [{ term: { 'user.name': 'eve' } }],
          filter: [{ match_all: {} }],
          minimum_should_match: 1,
        },
      },
      [],
      [ANN],
    ],
    [
      {
        bool: {
          should: [
            { term: { 'user.name': 'ann' } },
            { term: { 'user.id': 7 } },
            { match_none: {} },
          ],
          minimum_should_match: 2,
        },
      },
      [ANN],
      [BOB, { user: { name: 'ann' } }],
    ],
    [
      {
        bool: {
          should: [{ term: { 'user.name': 'ann' } }, { term: { 'user.id': 7 } }],
          minimum_should_match: '-1',
        },
      },
      [ANN, { user: { name: 'ann' } }],
      [BOB],
    ],
    [{ bool: { should: [{ match_none: {} }], minimum_should_match: 0 } }, [ANN], []],
    [
      {
        bool: {
          must_not: {
            bool: { filter: [{ term: { 'user.name': 'ann' } }, { term: { 'user.id': 7 } }] },
          },
        },
      },
      [BOB, { user: { name: 'ann' } }],
      [ANN],
    ],
    [{ bool: { must: [], filter: [], should: [], must_not: [], boost: 1, _name: 'x' } }, [ANN], []],
  ])('%j', (query, yes, no) => {
    expect(yes.filter((source) => !holds(query, source))).toEqual([]);
    expect(no.filter((source) => holds(query, source))).toEqual([]);
  });

  it('finds documents by id', () => {
    const query = { ids: { values: ['a', 7] } };
    expect(['a', '7', 'b'].map((id) => holds(query, {}, id))).toEqual([true, true, false]);
  });

  it.each<[unknown, string]>([
    [{ bogus: {} }, 'There is no query [bogus]'],
    [{ constructor: {} }, 'There is no query [constructor]'],
    [{ script: {} }, 'There is no query [script]'],
    [{}, 'Expected a query'],
    [null, 'Expected a query'],
    ['x', 'Expected a query'],
    [[], 'Expected a query'],
    [{ term: { a: 1 }, match_all: {} }, 'Expected a query'],
    [{ term: {} }, 'Expected a field'],
    [{ term: { 'user.name': 'a', 'user.id': 1 } }, 'Expected a field'],
    [{ term: { 'user.name': null } }, '[user.name] needs a [value]'],
    [{ term: { 'user.name': ['a'] } }, '[user.name] needs a [value]'],
    [{ term: { 'user.name': {} } }, '[user.name] needs a [value]'],
    [{ match: { 'user.name': { value: 'x' } } }, '[user.name] needs a [query]'],
    [{ match_phrase: { 'user.name': {} } }, '[user.name] needs a [query]'],
    [{ prefix: { 'user.name': {} } }, '[user.name] needs a [value]'],
    [{ wildcard: { 'user.name': {} } }, '[user.name] needs a [value]'],
    [{ terms: { 'user.name': 'a' } }, '[terms] on [user.name] needs a list'],
    [{ terms: { 'user.name': [null] } }, '[terms] on [user.name] needs a list'],
    [{ terms: {} }, 'Expected a field'],
    [{ exists: {} }, '[exists] needs a [field]'],
    [{ exists: { field: 5 } }, '[exists] needs a [field]'],
    [{ exists: 'user' }, '[exists] needs a [field]'],
    [{ range: { 'user.id': 5 } }, '[range] on [user.id] needs limits'],
    [{ range: { 'user.id': { from: 5 } } }, '[range] has no limit [from]'],
    [{ range: { 'user.id': { toString: 5 } } }, '[range] has no limit [toString]'],
    [{ ids: {} }, '[ids] needs a list of [values]'],
    [{ ids: { values: 'a' } }, '[ids] needs a list of [values]'],
    [{ nested: { path: 'o.list' } }, '[nested] needs a [path] and a [query]'],
    [{ nested: { query: { match_all: {} } } }, '[nested] needs a [path] and a [query]'],
    [{ nested: 'x' }, '[nested] needs a [path] and a [query]'],
    [{ nested: { path: 'o.list', query: { bogus: {} } } }, 'There is no query [bogus]'],
    [{ bool: [] }, '[bool] must be an object'],
    [{ bool: 'x' }, '[bool] must be an object'],
    [{ bool: { musst: [] } }, '[bool] has no member [musst]'],
    [{ bool: { must: ['x'] } }, 'Expected a query'],
    [{ bool: { should: [{ bogus: {} }] } }, 'There is no query [bogus]'],
    [{ bool: { minimum_should_match: '75%' } }, '[minimum_should_match] must be a whole number'],
  ])('refuses %j', (query, message) => {
    try {
      compileQueryDsl(query, context);
    } catch (error) {
      expect(error).toBeInstanceOf(EqlError);
      const { kind, problems } = error as EqlError;
      expect(kind).toBe('request');
      expect(problems[0]?.message).toContain(`[filter]: ${message}`);
      expect(problems[0]?.remedy).toMatch(/\w{3}/);
      return;
    }
    throw new Error('No error came');
  });

  it.each([{ term: { 'user.id': 'x' } }, { range: { '@timestamp': { gte: 'soon' } } }])(
    'a value that the field can not have is an error: %j',
    (query) => {
      expect(() => compileQueryDsl(query, context)).toThrow(EqlError);
    },
  );
});
