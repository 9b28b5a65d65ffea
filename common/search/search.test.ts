// SPDX-License-Identifier: Apache-2.0
import { EqlError } from '../eql/errors';
import { schemaFromMapping } from '../eql/types/mapping';
import type { EventDocument } from './event_document';
import { searchEvents, type SearchRequest } from './search';

const schema = schemaFromMapping({
  properties: {
    '@timestamp': { type: 'date' },
    nanos: { type: 'date_nanos' },
    event: { properties: { category: { type: 'keyword' }, sequence: { type: 'long' } } },
    kind: { type: 'keyword' },
    name: { type: 'keyword' },
    args: { type: 'keyword' },
    n: { type: 'long' },
    flag: { type: 'boolean' },
    origin: { type: 'constant_keyword' },
  },
});

/** Events p1 p2 (processes) and f3 f4 (files), a second apart; `changes` by id. */
const EVENTS = (changes: Record<string, Record<string, unknown>> = {}): EventDocument[] =>
  ['p1', 'p2', 'f3', 'f4'].map((id, i) => ({
    _id: id,
    _source: {
      '@timestamp': 1000 * (i + 1),
      event: { category: id.startsWith('p') ? 'process' : 'file', sequence: i },
      name: id,
      ...changes[id],
    },
  }));

const ask = (request: SearchRequest, events = EVENTS()): string => {
  const result = searchEvents(request, events, { schema, now: 5000 });
  return result.kind === 'events'
    ? result.events.map(({ _id }) => _id).join(' ')
    : result.sequences
        .map(({ joinKeys, events: found }) =>
          [JSON.stringify(joinKeys), ...found.map((event) => event?._id ?? '-')].join(' '),
        )
        .join(', ');
};

const errorOf = (request: SearchRequest, events = EVENTS()): EqlError => {
  try {
    ask(request, events);
  } catch (error) {
    if (error instanceof EqlError) {
      return error;
    }
    throw error;
  }
  throw new Error('No error came');
};

const ALL = { query: 'any where true' };
const PAIR = { query: 'sequence [process where true] [file where true]' };

describe('searchEvents', () => {
  it('returns the documents themselves', () => {
    const events = EVENTS();
    const result = searchEvents({ query: 'file where true' }, events, { schema, now: 0 });
    expect(result).toEqual({ kind: 'events', events: [events[2], events[3]] });
  });

  it('returns sequences with their keys, and without where there are none', () => {
    expect(ask(PAIR)).toBe(' p2 f3');
    const keyed = EVENTS({ p1: { n: 7 }, f4: { n: 7 } });
    const query = 'sequence by n, ?flag [process where true] [file where true]';
    expect(ask({ query }, keyed)).toBe('[7,null] p1 f4');
    expect(searchEvents(PAIR, EVENTS(), { schema, now: 0 })).toMatchObject({
      sequences: [{ joinKeys: undefined }],
    });
  });

  it('returns null for what was missing', () => {
    const query =
      'sequence with maxspan=1m [process where true] ![process where true] [file where true]';
    expect(ask({ query })).toBe(' p2 - f3');
  });

  it('writes keys that are dates in ISO form', () => {
    const query = 'sequence by nanos [process where true] [file where true]';
    const events = EVENTS({
      p1: { nanos: '2023-11-01T10:00:00.000000001Z' },
      f4: { nanos: '2023-11-01T10:00:00.000000001Z' },
    });
    expect(ask({ query }, events)).toBe('["2023-11-01T10:00:00.000Z"] p1 f4');
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['timestamp and input order', {}, 'p1 p2 f3 f4'],
    ['another timestamp', { timestamp_field: 'n' }, 'p1 p2 f4 f3'],
    ['the end', { size: 2 }, 'f3 f4'],
    ['the beginning', { size: 2, result_position: 'head' }, 'p1 p2'],
    ['a filter', { filter: { term: { name: 'p2' } } }, 'p2'],
    ['ids', { filter: { ids: { values: ['f4', 'p1'] } } }, 'p1 f4'],
  ])('orders and cuts by %s', (_, options, ids) => {
    const events = EVENTS({ p1: { n: 1 }, p2: { n: 2 }, f3: { n: 4 }, f4: { n: 3 } });
    expect(ask({ ...ALL, ...options }, events)).toBe(ids);
  });

  it('orders ties by the tiebreaker, missing ones first', () => {
    const at = { '@timestamp': 1000 };
    const events = EVENTS({
      p1: { ...at, n: 2 },
      p2: at,
      f3: { ...at, n: 10 },
      f4: { ...at, n: 1 },
    });
    expect(ask({ ...ALL, tiebreaker_field: 'n' }, events)).toBe('p2 f4 p1 f3');
    expect(ask({ ...ALL, result_position: 'head' }, events)).toBe('p1 p2 f3 f4');
    expect(ask(ALL, events)).toBe('f4 f3 p2 p1');
  });

  it('leaves events without a time out of sequences, and puts them first otherwise', () => {
    const events = EVENTS({ p2: { '@timestamp': null } });
    expect(ask(PAIR, events)).toBe(' p1 f3');
    expect(ask(ALL, events)).toBe('p2 p1 f3 f4');
  });

  it('reads the category from another field', () => {
    const events = EVENTS({ f3: { kind: ['x', 'process'] } });
    expect(ask({ query: 'process where true', event_category_field: 'kind' }, events)).toBe('f3');
    expect(
      ask({ query: 'process where true', event_category_field: 'unmapped.kind' }, events),
    ).toBe('');
  });

  it('a filter applies before sequences are looked for', () => {
    expect(ask({ ...PAIR, filter: { bool: { must_not: { term: { name: 'p2' } } } } })).toBe(
      ' p1 f3',
    );
  });

  it('a constant_keyword has one value, that of the first event with one', () => {
    const events = EVENTS({ p2: { origin: 'x' } });
    expect(ask({ query: 'any where origin == "x"' }, events)).toBe('p1 p2 f3 f4');
    expect(ask({ query: 'any where origin == "x"' })).toBe('');
    expect(ask({ query: 'any where origin == null' })).toBe('p1 p2 f3 f4');
  });

  it('now is the time that is given', () => {
    expect(ask({ query: 'any where @timestamp > "now-2s"' })).toBe('f4');
  });

  it('a stage that can hold for no event ends the search', () => {
    const query = 'sequence [process where ?nowhere == "x"] [file where number(name) == 1]';
    expect(ask({ query })).toBe('');
  });

  it('demands of all stages what one demands of a key', () => {
    const query = (condition: string): string =>
      `sequence by args [process where ${condition}] [file where true]`;
    const events = EVENTS({
      p1: { args: ['a', 'b'] },
      p2: { args: ['a', 'b'] },
      f3: { args: ['b'] },
      f4: { args: ['a'] },
    });
    expect(ask({ query: query('args == "a"') }, events)).toBe('["a"] p2 f4');
    expect(ask({ query: query('args == "a" or flag') }, events)).toBe('["b"] p2 f3, ["a"] p2 f4');
    expect(ask({ query: query('true') }, events)).toBe('["b"] p2 f3, ["a"] p2 f4');
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['the largest window', { ...ALL, size: 10_000 }, 'p1 p2 f3 f4'],
    ['a pipe that asks for less', { query: `${ALL.query} | tail 2`, size: 20_000 }, 'f3 f4'],
    [
      'pipes of which one does',
      { query: `${ALL.query} | head 2 | tail 20000`, size: 20_000 },
      'p1 p2',
    ],
    ['sequences', { ...PAIR, size: 20_000 }, ' p2 f3'],
    ['what no event can match', { query: 'any where false', size: 20_000 }, ''],
  ])('takes any size for %s', (_, request, ids) => {
    expect(ask(request as SearchRequest)).toBe(ids);
  });

  describe('errors', () => {
    it('say that too many sequences wait', () => {
      const query = 'sequence by name [process where true] [file where true]';
      const context = { schema, now: 0, maxInFlight: 1 };
      expect(() => searchEvents({ query }, EVENTS(), context)).toThrow(EqlError);
      expect(() => searchEvents({ query }, EVENTS(), context)).toThrow(
        expect.objectContaining({
          kind: 'evaluation',
          problems: [
            {
              message: expect.stringContaining('More than 1 sequences wait'),
              remedy: expect.stringContaining('maxspan'),
            },
          ],
        }),
      );
      expect(searchEvents({ query }, EVENTS(), { ...context, maxInFlight: 2 })).toEqual({
        kind: 'sequences',
        sequences: [],
      });
    });

    it.each([
      [{ query: '' }, 'request', /query is empty/],
      [{ query: undefined }, 'request', /query is empty/],
      [{ query: null }, 'request', /query is empty/],
      [{ query: 5 }, 'request', /query is empty/],
      [{ query: 'any where' }, 'parsing', /line 1:10/],
      [{ query: 'any where nowhere == 1' }, 'verification', /\[nowhere\]/],
      [{ ...ALL, size: -1 }, 'request', /\[size\]/],
      [{ ...ALL, size: 10_001 }, 'request', /\[size\] must be at most 10000 .*found \[10001\]/],
      [{ ...ALL, size: 2_000_000_000 }, 'request', /\[size\] must be at most 10000/],
      [{ query: `${ALL.query} | head 20000`, size: 30_000 }, 'request', /found \[20000\]/],
      [{ query: `${ALL.query} | tail 20000 | head 10001`, size: 30_000 }, 'request', /\[10001\]/],
      [{ ...ALL, fields: [] }, 'unsupported', /\[fields\]/],
      [{ ...ALL, filter: { bogus: {} } }, 'request', /\[bogus\]/],
      [
        { ...ALL, timestamp_field: 'nowhere' },
        'verification',
        /\[nowhere\], which \[timestamp_field\]/,
      ],
      [
        { ...ALL, tiebreaker_field: 'nowhere' },
        'verification',
        /\[nowhere\], which \[tiebreaker_field\]/,
      ],
      [{ ...PAIR, timestamp_field: 'n' }, 'request', /\[timestamp_field\] must name a date/],
      [
        { ...PAIR, tiebreaker_field: '@timestamp' },
        'request',
        /\[tiebreaker_field\] can not be a date/,
      ],
    ])('%j', (request, kind, message) => {
      const error = errorOf(request as SearchRequest);
      expect(error.kind).toBe(kind);
      expect(error.message).toMatch(message);
      expect(error.problems.every(({ remedy }) => remedy)).toBe(true);
    });

    it.each([
      ['any where number(name) == 1', '1:11'],
      ['sequence [process where number(name) == 1] [file where true]', '1:25'],
      ['sequence [any where true] [any where true] until [any where number(name) == 1]', '1:61'],
      ['sample by event.category [any where number(name) == 1] [any where true]', '1:37'],
    ])('a function that fails names the place and the event: %s', (query, place) => {
      const { kind, problems } = errorOf({ query });
      const [problem] = problems;
      expect(kind).toBe('evaluation');
      expect(`${problem?.at?.line}:${problem?.at?.column}`).toBe(place);
      expect(problem?.message).toBe('[p1] is no number of base 10 (event [p1])');
      expect(problem?.remedy).toBe('Exclude such events with a condition before this one');
    });

    it.each(['or', 'and'])('a very long query is answered, or refused: … %s …', (operator) => {
      const query = `any where ${Array<string>(20_000).fill('n == 1').join(` ${operator} `)}`;
      let outcome: string | EqlError;
      try {
        outcome = ask({ query });
      } catch (error) {
        expect(error).toBeInstanceOf(EqlError);
        outcome = error as EqlError;
      }
      expect(['', 'parsing']).toContain(typeof outcome === 'string' ? outcome : outcome.kind);
    });

    it('a function is not asked about events that do not count', () => {
      expect(ask({ query: 'file where number(name) == 1 and name == "p1"' })).toBe('');
      const events = EVENTS({ f3: { name: '3' }, f4: { name: '4' } });
      expect(ask({ query: 'file where number(name) == 4' }, events)).toBe('f4');
    });
  });
});
