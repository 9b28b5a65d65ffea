// SPDX-License-Identifier: Apache-2.0
import { withElasticsearch, type ElasticsearchTarget } from './target';
import { refusal, type Json } from './test_support';

const properties = {
  '@timestamp': { type: 'date' },
  n: { type: 'long' },
  name: { type: 'keyword' },
  text: { type: 'text' },
  ip: { type: 'ip' },
  flat: { type: 'flattened' },
} as const;

let target: ElasticsearchTarget;
let index: string;

beforeAll(async () => {
  target = await withElasticsearch();
  index = target.unique('search');
  await target.createIndex(index, { mappings: { dynamic: false, properties } });
  await target.index(
    index,
    [
      { '@timestamp': '2026-11-24T10:00:05Z', n: 1, name: 'gcc', text: 'the quick fox' },
      { '@timestamp': '2026-11-24T10:00:45Z', n: 2, name: 'gcc', ip: '10.1.2.3' },
      { '@timestamp': '2026-11-24T10:03:00Z', n: 3, name: ['ld', 'gold'], flat: { a: 'x' } },
      { '@timestamp': '2026-11-24T10:03:30Z', n: 4 },
    ].map((_source, i) => ({ _id: `d${i + 1}`, _source })),
  );
});
afterAll(() => target.deleteAll());

const search = (body: Record<string, unknown>) =>
  target.client.search({ index, ...body }) as Promise<Json>;

const ids = async (query: unknown): Promise<string[]> => {
  const { hits } = await search({ query, sort: [{ n: 'asc' }] });
  return hits.hits.map(({ _id: id }: { _id: string }) => id);
};

describe('a query', () => {
  it.each<[string, unknown, string[]]>([
    ['match_all', { match_all: {} }, ['d1', 'd2', 'd3', 'd4']],
    ['term', { term: { name: 'gcc' } }, ['d1', 'd2']],
    ['terms', { terms: { name: ['ld', 'as'] } }, ['d3']],
    ['terms on _id', { terms: { _id: ['d2', 'd4'] } }, ['d2', 'd4']],
    ['match_phrase', { match_phrase: { text: 'quick fox' } }, ['d1']],
    ['wildcard', { wildcard: { name: { value: 'g*' } } }, ['d1', 'd2', 'd3']],
    ['prefix', { prefix: { name: 'gc' } }, ['d1', 'd2']],
    ['exists', { exists: { field: 'name' } }, ['d1', 'd2', 'd3']],
    ['range', { range: { '@timestamp': { gte: '2026-11-24T10:03:00Z' } } }, ['d3', 'd4']],
    ['ids', { ids: { values: ['d3'] } }, ['d3']],
    ['a network', { term: { ip: '10.0.0.0/8' } }, ['d2']],
    ['a key of a flattened field', { term: { 'flat.a': 'x' } }, ['d3']],
    ['constant_score', { constant_score: { filter: { term: { n: 2 } } } }, ['d2']],
    [
      'bool',
      {
        bool: {
          filter: [{ exists: { field: 'n' } }],
          must_not: [{ term: { name: 'gcc' } }],
          should: [{ term: { n: 4 } }],
          minimum_should_match: 1,
        },
      },
      ['d4'],
    ],
  ])('%s', async (_, query, wanted) => {
    expect(await ids(query)).toEqual(wanted);
  });
});

describe('a search', () => {
  it('has the shape of a real one', async () => {
    expect(await search({ size: 1, sort: [{ '@timestamp': 'desc' }] })).toEqual({
      took: expect.any(Number),
      timed_out: false,
      _shards: { total: 1, successful: 1, skipped: 0, failed: 0 },
      hits: {
        total: { value: 4, relation: 'eq' },
        max_score: null,
        hits: [
          {
            _index: index,
            _id: 'd4',
            _score: null,
            _source: { '@timestamp': '2026-11-24T10:03:30Z', n: 4 },
            sort: [Date.parse('2026-11-24T10:03:30Z')],
          },
        ],
      },
    });
  });

  it('pages with search_after', async () => {
    const sort = [{ name: { order: 'asc', missing: '_last' } }, { n: 'desc' }];
    const { hits } = await search({ size: 2, sort });
    expect(hits.hits.map((hit: Json) => hit.sort)).toEqual([
      ['gcc', 2],
      ['gcc', 1],
    ]);
    const next = await search({ size: 2, sort, search_after: ['gcc', 1] });
    expect(next.hits.hits.map((hit: Json) => hit._id)).toEqual(['d3', 'd4']);
  });

  it('counts as far as it is asked to', async () => {
    const total = async (tracked: unknown) =>
      (await search({ size: 0, track_total_hits: tracked })).hits.total;
    expect(await total(true)).toEqual({ value: 4, relation: 'eq' });
    expect(await total(2)).toEqual({ value: 2, relation: 'gte' });
    expect(await total(false)).toBeUndefined();
  });

  it('shows what is asked of the source', async () => {
    const query = { ids: { values: ['d1'] } };
    const shown = async (body: Record<string, unknown>) => {
      const [hit] = (await search({ query, ...body })).hits.hits;
      return { source: hit._source, fields: hit.fields };
    };
    expect(await shown({ _source: false })).toEqual({ source: undefined, fields: undefined });
    expect((await shown({ _source: ['n*'] })).source).toEqual({ n: 1, name: 'gcc' });
    expect((await shown({ _source: { excludes: ['text', '@*'] } })).source).toEqual({
      n: 1,
      name: 'gcc',
    });
    expect((await shown({ _source: false, fields: ['n', '@timestamp'] })).fields).toEqual({
      n: [1],
      '@timestamp': ['2026-11-24T10:00:05.000Z'],
    });
  });

  it('refuses to sort by what is not mapped, and by text', async () => {
    const unmapped = await refusal(search({ sort: [{ nowhere: 'asc' }] }));
    expect(unmapped.status).toBe(400);
    expect(unmapped.body.error.root_cause[0]).toMatchObject({
      type: 'query_shard_exception',
      reason: 'No mapping found for [nowhere] in order to sort on',
    });
    expect((await refusal(search({ sort: ['text'] }))).status).toBe(400);
    expect(
      (await search({ sort: [{ nowhere: { order: 'asc', unmapped_type: 'long' } }] })).hits.hits,
    ).toHaveLength(4);
  });

  it('refuses a window of more than 10,000', async () => {
    const { status, body } = await refusal(search({ from: 9_000, size: 1_001 }));
    expect(status).toBe(400);
    expect(body.error.root_cause[0].reason).toMatch(/^Result window is too large/);
  });

  it('keeps a point in time as it was', async () => {
    const { client } = target;
    const { id } = await client.openPointInTime({ index, keep_alive: '1m' });
    await target.index(index, [{ _id: 'later', _source: { n: 9 } }]);
    const pit = { id, keep_alive: '1m' };
    const sort = [{ n: 'asc' as const }];
    const first = await client.search({ pit, size: 3, sort });
    const after = first.hits.hits[2]?.sort ?? [];
    const rest = await client.search({ pit, size: 3, sort, search_after: after });
    expect(rest.hits.hits.map(({ _id }) => _id)).toEqual(['d4']);
    expect(await client.closePointInTime({ id })).toEqual({ succeeded: true, num_freed: 1 });
    expect((await refusal(client.search({ pit }))).status).toBe(404);
    await client.bulk({
      refresh: true,
      operations: [{ delete: { _index: index, _id: 'later' } }],
    });
  });
});

describe('an aggregation', () => {
  const aggregate = async (aggs: unknown, query: unknown = { match_all: {} }) =>
    (await search({ size: 0, query, aggs })).aggregations;

  it('terms, with metrics below', async () => {
    const aggs = {
      names: {
        terms: { field: 'name', size: 2 },
        aggs: { last: { max: { field: '@timestamp' } }, low: { min: { field: 'n' } } },
      },
    };
    expect((await aggregate(aggs)).names).toEqual({
      doc_count_error_upper_bound: 0,
      sum_other_doc_count: 1,
      buckets: [
        {
          key: 'gcc',
          doc_count: 2,
          last: {
            value: Date.parse('2026-11-24T10:00:45Z'),
            value_as_string: '2026-11-24T10:00:45.000Z',
          },
          low: { value: 1 },
        },
        {
          key: 'gold',
          doc_count: 1,
          last: {
            value: Date.parse('2026-11-24T10:03:00Z'),
            value_as_string: '2026-11-24T10:03:00.000Z',
          },
          low: { value: 3 },
        },
      ],
    });
  });

  it('date_histogram, filled between and to the extended bounds', async () => {
    const histogram = async (options: Record<string, unknown>) => {
      const field = { field: '@timestamp', fixed_interval: '1m' };
      const { h } = await aggregate({ h: { date_histogram: { ...field, ...options } } });
      return h.buckets.map((bucket: Json) => [
        bucket.key_as_string.slice(11, 16),
        bucket.doc_count,
      ]);
    };
    const inner = [
      ['10:00', 2],
      ['10:01', 0],
      ['10:02', 0],
      ['10:03', 2],
    ];
    expect(await histogram({})).toEqual(inner);
    expect(await histogram({ min_doc_count: 1 })).toEqual([inner[0], inner[3]]);
    const extended_bounds = { min: '2026-11-24T09:59:30Z', max: '2026-11-24T10:04:00Z' };
    expect(await histogram({ extended_bounds })).toEqual([['09:59', 0], ...inner, ['10:04', 0]]);
    const hard_bounds = { min: '2026-11-24T10:02:00Z', max: '2026-11-24T10:04:00Z' };
    expect(await histogram({ min_doc_count: 1, hard_bounds })).toEqual([inner[3]]);
  });

  it('filter, filters, cardinality, value_count and top_hits', async () => {
    const got = await aggregate({
      early: {
        filter: { range: { n: { lte: 2 } } },
        aggs: { c: { cardinality: { field: 'name' } } },
      },
      parts: { filters: { filters: { gcc: { term: { name: 'gcc' } }, none: { term: { n: 7 } } } } },
      names: { value_count: { field: 'name' } },
      last: { top_hits: { size: 1, sort: [{ n: 'desc' }], _source: ['n'] } },
    });
    expect(got.early).toEqual({ doc_count: 2, c: { value: 1 } });
    expect(got.parts.buckets).toEqual({ gcc: { doc_count: 2 }, none: { doc_count: 0 } });
    expect(got.names).toEqual({ value: 4 });
    expect(got.last.hits.hits).toEqual([
      { _index: index, _id: 'd4', _score: null, _source: { n: 4 }, sort: [4] },
    ]);
  });

  describe('composite', () => {
    const compositeOf = async (options: Record<string, unknown>): Promise<Json> =>
      (await aggregate({ c: { composite: options, aggs: { low: { min: { field: 'n' } } } } })).c;
    const byName = { names: { terms: { field: 'name' } } };
    const bucket = (names: string | null, count: number, low: number) => ({
      key: { names },
      doc_count: count,
      low: { value: low },
    });

    it('has a bucket for each value, in the order of the keys, without documents that lack it', async () => {
      expect(await compositeOf({ sources: [byName] })).toEqual({
        after_key: { names: 'ld' },
        buckets: [bucket('gcc', 2, 1), bucket('gold', 1, 3), bucket('ld', 1, 3)],
      });
    });

    it('goes on after a key, and ends without one', async () => {
      const sources = [byName];
      const first = await compositeOf({ sources, size: 2 });
      expect(first.buckets).toEqual([bucket('gcc', 2, 1), bucket('gold', 1, 3)]);
      const second = await compositeOf({ sources, size: 2, after: first.after_key });
      expect(second.buckets).toEqual([bucket('ld', 1, 3)]);
      expect(await compositeOf({ sources, size: 2, after: second.after_key })).toEqual({
        buckets: [],
      });
    });

    it.each([
      [{}, [null, 'gcc', 'gold', 'ld']],
      [{ order: 'desc' }, ['ld', 'gold', 'gcc', null]],
      [{ missing_order: 'last' }, ['gcc', 'gold', 'ld', null]],
      [{ order: 'desc', missing_order: 'first' }, [null, 'ld', 'gold', 'gcc']],
    ])('counts documents without the field where asked to: %j', async (options, keys) => {
      const terms = { field: 'name', missing_bucket: true, ...options };
      const { buckets } = await compositeOf({ sources: [{ names: { terms } }] });
      expect(buckets.map(({ key }: Json) => key.names)).toEqual(keys);
    });

    it('takes each value of one field with each of another', async () => {
      const sources = [byName, { numbers: { terms: { field: 'n', order: 'desc' } } }];
      const { buckets } = await compositeOf({ sources });
      expect(buckets.map(({ key }: Json) => [key.names, key.numbers])).toEqual([
        ['gcc', 2],
        ['gcc', 1],
        ['gold', 3],
        ['ld', 3],
      ]);
    });

    it('refuses a key that does not fit its sources', async () => {
      const { status } = await refusal(
        compositeOf({ sources: [byName], after: { names: 'gcc', other: 1 } }),
      );
      expect(status).toBe(400);
    });
  });

  it('top_metrics, null for what the top document lacks', async () => {
    const metrics = [{ field: 'name' }, { field: 'ip' }];
    const top = (sort: unknown, size = 1) => ({ top_metrics: { metrics, sort, size } });
    const got = await aggregate({
      newest: top({ '@timestamp': 'desc' }),
      least: top([{ n: { order: 'asc' } }], 2),
    });
    expect(got.newest).toEqual({
      top: [{ sort: ['2026-11-24T10:03:30.000Z'], metrics: { name: null, ip: null } }],
    });
    expect(got.least).toEqual({
      top: [
        { sort: [1], metrics: { name: 'gcc', ip: null } },
        { sort: [2], metrics: { name: 'gcc', ip: '10.1.2.3' } },
      ],
    });
  });
});
