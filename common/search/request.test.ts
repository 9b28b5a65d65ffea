// SPDX-License-Identifier: Apache-2.0
import { EqlError } from '../eql/errors';
import { parseSearchOptions } from './request';

type Body = Record<string, unknown>;

const errorOf = (body: Body): EqlError => {
  try {
    parseSearchOptions(body);
  } catch (error) {
    if (error instanceof EqlError) {
      return error;
    }
    throw error;
  }
  throw new Error('No error came');
};

describe('parseSearchOptions', () => {
  it("fills in Elasticsearch's defaults", () => {
    expect(parseSearchOptions({})).toEqual({
      size: 10,
      resultPosition: 'tail',
      timestampField: '@timestamp',
      tiebreakerField: undefined,
      categoryField: 'event.category',
      maxSamplesPerKey: 1,
      filter: undefined,
    });
  });

  it('takes what is given', () => {
    expect(
      parseSearchOptions({
        size: 3,
        result_position: 'head',
        timestamp_field: 'time',
        tiebreaker_field: 'n',
        event_category_field: 'kind',
        max_samples_per_key: 2,
        filter: { match_all: {} },
      }),
    ).toEqual({
      size: 3,
      resultPosition: 'head',
      timestampField: 'time',
      tiebreakerField: 'n',
      categoryField: 'kind',
      maxSamplesPerKey: 2,
      filter: { match_all: {} },
    });
  });

  it.each<[Body, Body]>([
    [{ size: '5' }, { size: 5 }],
    [{ size: 0 }, { size: 0 }],
    [{ size: 2 ** 31 - 1 }, { size: 2147483647 }],
    [{ max_samples_per_key: '2' }, { maxSamplesPerKey: 2 }],
    [{ result_position: 'tail' }, { resultPosition: 'tail' }],
    [{ fetch_size: 2 }, {}],
    [{ fetch_size: '1000' }, {}],
    [{ keep_alive: '5d', keep_on_completion: true, wait_for_completion_timeout: '1s' }, {}],
    [{ allow_partial_search_results: true }, {}],
    [{ size: undefined, tiebreaker_field: undefined, filter: undefined }, { size: 10 }],
  ])('takes %j', (body, options) => {
    expect(parseSearchOptions(body)).toMatchObject(options);
  });

  it.each<[Body, string]>([
    [{ size: -1 }, '[size] must be a whole number from 0 on, found [-1]'],
    [{ size: 1.5 }, '[size] must be a whole number from 0 on, found [1.5]'],
    [{ size: 'many' }, '[size] must be a whole number from 0 on, found ["many"]'],
    [{ size: '' }, '[size] must be a whole number from 0 on, found [""]'],
    [{ size: true }, '[size] must be a whole number from 0 on, found [true]'],
    [{ size: null }, '[size] must be a whole number from 0 on, found [null]'],
    [{ size: 2 ** 31 }, '[size] must be a whole number from 0 on, found [2147483648]'],
    [{ size: [5] }, '[size] must be a whole number from 0 on, found [[5]]'],
    [{ fetch_size: 0 }, '[fetch_size] must be a whole number from 2 on, found [0]'],
    [{ fetch_size: 1 }, '[fetch_size] must be a whole number from 2 on, found [1]'],
    [
      { max_samples_per_key: 0 },
      '[max_samples_per_key] must be a whole number from 1 on, found [0]',
    ],
    [{ result_position: 'middle' }, '[result_position] must be head or tail, found ["middle"]'],
    [{ result_position: 'TAIL' }, '[result_position] must be head or tail, found ["TAIL"]'],
    [{ result_position: null }, '[result_position] must be head or tail, found [null]'],
    [{ timestamp_field: '' }, '[timestamp_field] must be the name of a field, found [""]'],
    [{ tiebreaker_field: 5 }, '[tiebreaker_field] must be the name of a field, found [5]'],
    [
      { event_category_field: null },
      '[event_category_field] must be the name of a field, found [null]',
    ],
    [
      { event_category_field: '' },
      '[event_category_field] must be the name of a field, found [""]',
    ],
    [{ case_sensitive: true }, 'There is no option [case_sensitive]'],
    [{ Size: 5 }, 'There is no option [Size]'],
    [{ constructor: 5 }, 'There is no option [constructor]'],
    [{ toString: 5 }, 'There is no option [toString]'],
  ])('refuses %j', (body, message) => {
    const { kind, problems } = errorOf(body);
    expect(kind).toBe('request');
    expect(problems).toEqual([
      { message, text: Object.keys(body)[0], remedy: expect.stringMatching(/\w{3}/) },
    ]);
  });

  it('refuses a filter that is null, as Elasticsearch does', () => {
    expect(errorOf({ filter: null }).kind).toBe('request');
  });

  it('names everything that is wrong', () => {
    const { problems } = errorOf({ size: -1, result_position: 'up', bogus: 1, fetch_size: 0 });
    expect(problems.map(({ text }) => text).sort()).toEqual([
      'bogus',
      'fetch_size',
      'result_position',
      'size',
    ]);
  });

  it.each([
    [{ runtime_mappings: {} }, ['runtime_mappings']],
    [{ fields: ['a'] }, ['fields']],
    [{ fields: [], runtime_mappings: {}, size: -1 }, ['fields', 'runtime_mappings']],
  ])('names what only a server can do: %j', (body, names) => {
    const { kind, problems } = errorOf(body);
    expect(kind).toBe('unsupported');
    expect(problems.map(({ text }) => text)).toEqual(names);
    expect(problems.every(({ remedy }) => typeof remedy === 'string' && remedy !== '')).toBe(true);
  });
});
