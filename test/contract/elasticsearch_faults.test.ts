// SPDX-License-Identifier: Apache-2.0
import { ElasticsearchEventIndex } from '../../server/search/elasticsearch_event_index';
import { ElasticsearchSequenceSearch } from '../../server/search/elasticsearch_sequence_search';
import { retryingEventIndex, retryingSequenceSearch } from '../../server/retry';
import {
  startElasticsearchDouble,
  type ElasticsearchDouble,
} from '../doubles/elasticsearch/elasticsearch_double';
import type { UserRights } from '../../standalone/elasticsearch/access/users';
import { EVENT_MAPPING } from '../../standalone/elasticsearch/event_mapping';
import { eventAt, START } from './chain_events';
import { clockWithoutWaiting } from './clock_without_waiting';

const never = new AbortController().signal;
const INDEX = 'logs-endpoint.events.process-default';
const LIMITS = { requestTimeout: 30_000 };

let double: ElasticsearchDouble;
beforeEach(async () => {
  double = await startElasticsearchDouble();
  double.createIndex(INDEX, { mappings: EVENT_MAPPING });
  double.index(INDEX, [
    eventAt(0, { name: 'gcc' }),
    eventAt(1, { name: 'a.out', category: 'network' }),
  ]);
});
afterEach(() => double.close());

const find = (
  search: Pick<ElasticsearchSequenceSearch, 'search'> = new ElasticsearchSequenceSearch(
    double.client(),
    LIMITS,
  ),
  signal = never,
) =>
  search.search({
    query: 'sequence by host.id [process where true] [network where true]',
    indexPatterns: ['logs-endpoint.events.*'],
    range: { from: START, to: START + 10 },
    filter: undefined,
    tiebreakerField: undefined,
    size: 7,
    signal,
  });
const eventIndex = () => new ElasticsearchEventIndex(double.client(), LIMITS);
const counting = () =>
  eventIndex().countEvents([INDEX], ['process'], { from: 0, to: START }, never);

describe('a search that Elasticsearch does not answer well', () => {
  test.each(['status429', 'status503', 'reset', 'partialShards'] as const)(
    '%s means that the cluster is busy, and is not tried again by the client',
    async (kind) => {
      double.faults.add({ endpoint: 'eql', kind });
      await expect(find()).rejects.toMatchObject({ kind: 'busy' });
      expect(double.requests.filter(({ endpoint }) => endpoint === 'eql')).toHaveLength(1);
    },
  );

  test('no answer in time', async () => {
    double.faults.add({ endpoint: 'eql', kind: 'timeout' });
    const search = new ElasticsearchSequenceSearch(double.client(), { requestTimeout: 40 });
    await expect(find(search)).rejects.toMatchObject({
      kind: 'busy',
      message: 'The search for sequences got no answer from Elasticsearch in time',
    });
  });

  test('it is tried again until the cluster has recovered', async () => {
    double.faults.add({ endpoint: 'eql', kind: 'status429', times: 2 });
    double.faults.add({ endpoint: 'eql', kind: 'partialShards' });
    const search = retryingSequenceSearch(
      new ElasticsearchSequenceSearch(double.client(), LIMITS),
      {
        deadline: 60_000,
        clock: clockWithoutWaiting(),
      },
    );
    expect((await find(search)).sequences).toHaveLength(1);
  });

  test('being called off while it waits for the answer', async () => {
    const controller = new AbortController();
    double.faults.add({ endpoint: 'eql', kind: 'timeout' });
    double.before = () => controller.abort();
    await expect(find(undefined, controller.signal)).rejects.toMatchObject({ kind: 'cancelled' });
  });

  const asUserWith = (indices: UserRights['indices']) =>
    find(new ElasticsearchSequenceSearch(double.client(double.user('bob', { indices })), LIMITS));

  test('a user who may read nothing', async () => {
    await expect(asUserWith([])).rejects.toMatchObject({
      kind: 'missing_privilege',
      message:
        'The search for sequences is not allowed: the user [bob] may not do [indices:data/read/eql] on [logs-endpoint.events.*]',
      remedy: expect.stringContaining('the privilege [read] on [logs-endpoint.events.*]'),
    });
  });

  test('a user who may read other indices only, from whom Elasticsearch hides these', async () => {
    const failed = asUserWith([{ names: ['other'], privileges: ['read'] }]);
    await expect(failed).rejects.toMatchObject({
      kind: 'missing_index',
      remedy: expect.stringContaining('the owner of the rule may read these indices'),
    });
  });
});

test('what is asked of Elasticsearch', async () => {
  await find();
  const [request] = double.requests.filter(({ endpoint }) => endpoint === 'eql');
  expect(request?.body).toEqual({
    query: 'sequence by host.id [process where true] [network where true]',
    filter: {
      bool: {
        filter: [
          {
            range: {
              '@timestamp': {
                gte: '2026-11-24T12:00:00.000Z',
                lte: '2026-11-24T12:00:00.010Z',
                format: 'strict_date_optional_time',
              },
            },
          },
        ],
      },
    },
    size: 7,
    fetch_size: 1000,
    result_position: 'head',
  });
});

describe('the events themselves', () => {
  test('a busy or partial answer is no answer', async () => {
    for (const kind of ['status503', 'partialShards'] as const) {
      double.faults.add({ endpoint: 'search', kind });
      await expect(counting()).rejects.toMatchObject({ kind: 'busy' });
    }
    double.faults.add({ endpoint: 'field_caps', kind: 'status429' });
    await expect(eventIndex().describe([INDEX], [], never)).rejects.toMatchObject({ kind: 'busy' });
  });

  test('all that can be asked is asked again', async () => {
    const index = retryingEventIndex(eventIndex(), {
      deadline: 60_000,
      clock: clockWithoutWaiting(),
    });
    double.faults.add({ endpoint: '*', kind: 'status429', times: 3 });
    const range = { from: START, to: START + 10 };
    expect((await index.describe([INDEX], [], never)).indices).toEqual([INDEX]);
    double.faults.add({ endpoint: '*', kind: 'status429' });
    const counts = await index.countEvents([INDEX], ['process'], range, never);
    expect(counts.get('process')).toBe(1);
    double.faults.add({ endpoint: '*', kind: 'status429' });
    const late = await index.lateEvents({
      indexPatterns: [INDEX],
      ingested: range,
      happened: range,
      filter: { match_all: {} },
      resolution: 1000,
      signal: never,
    });
    expect(late).toEqual([range]);
  });

  test('a field that the indices map differently, or not at all', async () => {
    const mapped = (type?: string) => ({
      mappings: { properties: { '@timestamp': { type: 'date' }, ...(type && { odd: { type } }) } },
    });
    double.createIndex('odd-a', mapped('keyword'));
    double.createIndex('odd-b', mapped('long'));
    double.createIndex('odd-c', mapped());
    const { indices, fields } = await eventIndex().describe(['odd-*'], ['odd'], never);
    expect(indices).toEqual(['odd-a', 'odd-b', 'odd-c']);
    expect(fields.get('odd')).toEqual({
      types: [
        { type: 'keyword', indices: ['odd-a'] },
        { type: 'long', indices: ['odd-b'] },
      ],
      unmappedIn: ['odd-c'],
    });
  });
});
