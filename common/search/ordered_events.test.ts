// SPDX-License-Identifier: Apache-2.0
import { schemaFromMapping } from '../eql/types/mapping';
import { inOrder, orderValues, toOrdinal, type OrderedEvent } from './ordered_events';
import { parseSearchOptions } from './request';

const schema = schemaFromMapping({
  properties: {
    '@timestamp': { type: 'date' },
    nanos: { type: 'date_nanos' },
    n: { type: 'long' },
  },
});

const ordered = (sources: readonly Record<string, unknown>[], body: Record<string, unknown> = {}) =>
  orderValues(
    sources.map((source, i) => ({ _id: String(i), _source: source })),
    parseSearchOptions(body),
    schema,
  );

const ids = (events: readonly OrderedEvent[]): string =>
  events.map(({ document }) => document._id).join('');

describe('orderValues', () => {
  it('reads the smallest value of each field, and none where there is none', () => {
    const [first, second] = ordered([{ '@timestamp': [7, 5], n: [9, 3] }, {}], {
      tiebreaker_field: 'n',
    });
    expect(first).toMatchObject({ timestamp: 5, tiebreaker: 3, position: 0 });
    expect(second).toMatchObject({ timestamp: null, tiebreaker: null, position: 1 });
  });

  it('has no tiebreakers where none is named', () => {
    expect(ordered([{ '@timestamp': 5, n: 3 }])).toMatchObject([{ tiebreaker: null }]);
  });
});

describe('inOrder', () => {
  const sources = [
    { '@timestamp': 2, n: 1 },
    { '@timestamp': 1, n: 9 },
    { '@timestamp': 2 },
    { n: 5 },
    { '@timestamp': 2, n: 1 },
    { '@timestamp': 2, n: 0 },
    { '@timestamp': 2 },
  ];

  it.each([
    ['head', { tiebreaker_field: 'n' }, '3126504'],
    ['tail', { tiebreaker_field: 'n' }, '3162540'],
    ['head', {}, '3102456'],
    ['tail', {}, '3165420'],
  ] as const)('from the %s, with %j', (from, body, order) => {
    expect(ids(inOrder(ordered(sources, body), from))).toBe(order);
  });
});

describe('toOrdinal', () => {
  it.each<[Record<string, unknown>, Record<string, unknown>, unknown]>([
    [{ '@timestamp': 5 }, {}, { timestamp: 5, tiebreaker: null, position: 0 }],
    [
      { nanos: '1970-01-01T00:00:00.005000001Z' },
      { timestamp_field: 'nanos' },
      { timestamp: 5, tiebreaker: null, position: 0 },
    ],
    [{}, {}, undefined],
  ])('of %j with %j is %j', (source, body, ordinal) => {
    expect(ordered([source], body).map(toOrdinal)).toEqual([ordinal]);
  });
});
