// SPDX-License-Identifier: Apache-2.0
import { errors } from '@elastic/elasticsearch';
import { startElasticsearchDouble, type ElasticsearchDouble } from './elasticsearch_double';
import { refusal } from './test_support';

const TIME = '2026-11-24T11:40:47Z';

let double: ElasticsearchDouble;

beforeEach(async () => {
  double = await startElasticsearchDouble();
  double.createIndex('events', {
    mappings: {
      properties: {
        '@timestamp': { type: 'date' },
        event: { properties: { category: { type: 'keyword' } } },
      },
    },
  });
  double.index(
    'events',
    ['a', 'b', 'c', 'd'].map((_id) => ({
      _id,
      _source: { '@timestamp': TIME, event: { category: 'process' } },
    })),
  );
});
afterEach(() => double.close());

const once = () => double.client(undefined, { maxRetries: 0 });
const search = () => once().search({ index: 'events' });
const eql = () => once().eql.search({ index: 'events', query: 'process where true' });
const bulk = (client = once()) =>
  client.bulk({
    index: 'written',
    operations: [1, 2, 3, 4].flatMap((n) => [{ create: { _id: `w${n}` } }, { n }]),
  });
const written = () => double.documents('written').map(({ _id }) => _id);

describe('a fault', () => {
  it.each([
    ['status429', 429, 'es_rejected_execution_exception'],
    ['status503', 503, 'cluster_block_exception'],
  ] as const)('%s refuses a request before anything is done', async (kind, status, type) => {
    double.faults.add({ endpoint: 'bulk', kind });
    const refused = await refusal(bulk());
    expect(refused.status).toBe(status);
    expect(refused.body.error.type).toBe(type);
    expect(written()).toEqual([]);
    expect((await bulk()).errors).toBe(false);
  });

  it('befalls as many requests as it says, of its endpoint only', async () => {
    double.faults.add({ endpoint: 'search', kind: 'status429', times: 2, after: 1 });
    expect((await eql()).hits.events).toHaveLength(4);
    await search();
    expect((await refusal(search())).status).toBe(429);
    expect((await refusal(search())).status).toBe(429);
    expect(double.faults.pending).toBe(0);
    await search();
  });

  it('timeout lasts until the client gives up', async () => {
    double.faults.add({ endpoint: 'eql', kind: 'timeout' });
    const call = once().eql.search(
      { index: 'events', query: 'any where true' },
      { requestTimeout: 50 },
    );
    await expect(call).rejects.toBeInstanceOf(errors.TimeoutError);
  });

  it('reset cuts the connection before anything is done', async () => {
    double.faults.add({ endpoint: 'bulk', kind: 'reset' });
    await expect(bulk()).rejects.toBeInstanceOf(errors.ConnectionError);
    expect(written()).toEqual([]);
  });

  it('halfBulk writes the first half, then cuts the connection', async () => {
    double.faults.add({ endpoint: 'bulk', kind: 'halfBulk' });
    await expect(bulk()).rejects.toBeInstanceOf(errors.ConnectionError);
    expect(written()).toEqual(['w1', 'w2']);
  });

  it('afterWrite writes all, then cuts the connection; the client repeats and meets conflicts', async () => {
    double.faults.add({ endpoint: 'bulk', kind: 'afterWrite' });
    const { items } = await bulk(double.client(undefined, { maxRetries: 1 }));
    expect(written()).toEqual(['w1', 'w2', 'w3', 'w4']);
    expect(items.map(({ create }) => create?.status)).toEqual([409, 409, 409, 409]);
  });

  it('bulkItemErrors refuses each item', async () => {
    double.faults.add({ endpoint: 'bulk', kind: 'bulkItemErrors' });
    const { errors: some, items } = await bulk();
    expect(some).toBe(true);
    expect(items.map(({ create }) => create?.status)).toEqual([429, 429, 429, 429]);
    expect(written()).toEqual([]);
  });

  it('partialShards leaves hits out and says so', async () => {
    double.faults.add({ endpoint: '*', kind: 'partialShards', times: 2 });
    const found = await search();
    expect(found).toMatchObject({ timed_out: true, _shards: { total: 2, failed: 1 } });
    expect(found.hits.hits).toHaveLength(2);
    const sequence = await eql();
    expect(sequence).toMatchObject({ is_partial: true, timed_out: true });
    expect(sequence.hits.events).toHaveLength(2);
  });
});

describe('the double', () => {
  it('runs the hook before a request is carried out', async () => {
    double.before = (endpoint) => {
      if (endpoint === 'search') {
        double.index('events', [{ _id: 'late', _source: { '@timestamp': TIME } }]);
      }
    };
    expect((await search()).hits.hits.map(({ _id }) => _id)).toContain('late');
  });

  it('keeps every request', async () => {
    const user = double.user('ann', { indices: [{ names: ['*'], privileges: ['all'] }] });
    await double.client(user).count({ index: 'events', query: { match_all: {} } });
    expect(double.requests).toEqual([
      {
        endpoint: 'count',
        user: 'ann',
        method: 'POST',
        path: '/events/_count',
        body: { query: { match_all: {} } },
        bytes: 26,
      },
    ]);
  });

  it('says what it does not have instead of answering with nothing', async () => {
    const { status, body } = await refusal(once().cat.indices({ format: 'json' }));
    expect(status).toBe(501);
    expect(body.error.reason).toContain('endpoint GET /_cat/indices');
    const option = await refusal(once().search({ index: 'events', collapse: { field: 'x' } }));
    expect(option.body.error.reason).toContain('search option [collapse]');
    const query = await refusal(
      once().search({ index: 'events', query: { fuzzy: { x: { value: 'y' } } } }),
    );
    expect(query.body.error.reason).toContain('There is no query [fuzzy]');
    const aggs = { x: { percentiles: { field: 'n' } } };
    const agg = await refusal(once().search({ index: 'events', aggs }));
    expect(agg.body.error.reason).toContain('aggregation [percentiles]');
  });
});
