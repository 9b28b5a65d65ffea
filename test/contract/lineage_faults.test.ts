// SPDX-License-Identifier: Apache-2.0
import { TestHost } from '../../common/lineage/lineage_test_helpers';
import { DEFAULT_RULE_PARAMS } from '../../common/rule';
import { retryingLineageSearch } from '../../server/retry';
import { ElasticsearchLineageSearch } from '../../server/search/elasticsearch_lineage_search';
import { LINEAGE_CAPS } from '../../server/search/lineage/caps';
import type { LineageSearch } from '../../server/search/lineage_search';
import { EVENT_MAPPING } from '../../standalone/elasticsearch/event_mapping';
import {
  startElasticsearchDouble,
  type ElasticsearchDouble,
} from '../doubles/elasticsearch/elasticsearch_double';
import { clockWithoutWaiting } from './clock_without_waiting';

const never = new AbortController().signal;
const INDEX = 'logs-endpoint.events.all-default';
const LIMITS = { requestTimeout: 30_000 };
const CHAIN = new TestHost()
  .build('/w/a')
  .exec('m', 'mv a b')
  .file('rename', 'm', '/w/b', { before: '/w/a' })
  .exec('b', './b', { executable: '/w/b' })
  .connect('b');

let double: ElasticsearchDouble;
beforeEach(async () => {
  double = await startElasticsearchDouble();
  double.createIndex(INDEX, { mappings: EVENT_MAPPING });
});
afterEach(() => double.close());

const index = (host: TestHost): void =>
  double.index(
    INDEX,
    host.happenings.map(({ document }) => document),
  );
const searchWith = (caps = {}) =>
  new ElasticsearchLineageSearch(double.client(), LIMITS, { ...LINEAGE_CAPS, ...caps });
const find = (search: LineageSearch = searchWith(), signal = never) =>
  search.search({
    params: DEFAULT_RULE_PARAMS,
    indexPatterns: ['logs-endpoint.events.*'],
    range: { from: Date.parse('2026-03-01T09:00:00Z'), to: Date.parse('2026-03-01T12:00:00Z') },
    filter: undefined,
    tiebreakerField: undefined,
    signal,
  });
const endpoints = (): string[] => double.requests.map(({ endpoint }) => endpoint);
const searches = () => double.requests.filter(({ endpoint }) => endpoint === 'search');

describe('a search for built programs that Elasticsearch does not answer well', () => {
  beforeEach(() => index(CHAIN));

  test.each(['status429', 'status503', 'reset', 'partialShards'] as const)(
    '%s at any step means that the cluster is busy, and the point in time is closed',
    async (kind) => {
      await find();
      const steps = searches().length;
      expect(steps).toBeGreaterThan(3);
      for (let step = 0; step < steps; step += 1) {
        double.requests.length = 0;
        double.faults.add({ endpoint: 'search', kind, after: step });
        await expect(find()).rejects.toMatchObject({ kind: 'busy' });
        expect(searches()).toHaveLength(step + 1);
        expect(endpoints().at(-1)).toBe('close_pit');
      }
    },
    60_000,
  );

  test('no point in time', async () => {
    double.faults.add({ endpoint: 'open_pit', kind: 'status503' });
    await expect(find()).rejects.toMatchObject({ kind: 'busy' });
    expect(endpoints()).toEqual(['open_pit']);
  });

  test('a point in time that is lost midway', async () => {
    const other = double.client();
    double.before = async (endpoint, { body }) => {
      if (endpoint === 'search' && searches().length === 2) {
        await other.closePointInTime({ id: (body['pit'] as { id: string }).id });
      }
    };
    await expect(find()).rejects.toMatchObject({
      kind: 'busy',
      message:
        'The search for built programs was interrupted, Elasticsearch no longer has the point in time that it works on',
    });
  });

  test('a point in time that can not be closed costs nobody the answer', async () => {
    double.faults.add({ endpoint: 'close_pit', kind: 'status503' });
    expect((await find()).chains).toHaveLength(1);
  });

  test('being called off midway, while it waits for an answer', async () => {
    const controller = new AbortController();
    double.faults.add({ endpoint: 'search', kind: 'timeout', after: 2 });
    double.before = (endpoint) => {
      if (endpoint === 'search' && searches().length === 3) {
        controller.abort();
      }
    };
    await expect(find(undefined, controller.signal)).rejects.toMatchObject({ kind: 'cancelled' });
    expect(endpoints().at(-1)).toBe('close_pit');
  });

  test('it is tried again until the cluster has recovered', async () => {
    double.faults.add({ endpoint: 'open_pit', kind: 'status429' });
    double.faults.add({ endpoint: 'search', kind: 'partialShards', after: 1 });
    const options = { deadline: 60_000, clock: clockWithoutWaiting() };
    const { chains } = await find(retryingLineageSearch(searchWith(), options));
    expect(chains).toHaveLength(1);
  });

  test('a user who may read nothing', async () => {
    const bob = double.client(double.user('bob', { indices: [] }));
    await expect(find(new ElasticsearchLineageSearch(bob, LIMITS))).rejects.toMatchObject({
      kind: 'missing_privilege',
      message: expect.stringContaining(
        'The search for built programs is not allowed: the user [bob]',
      ),
    });
  });
});

describe('what is asked of Elasticsearch', () => {
  test('one search where nothing is built', async () => {
    index(new TestHost().exec('c', 'curl x').connect('c'));
    expect(await find()).toEqual({ chains: [], isCut: false });
    expect(endpoints()).toEqual(['open_pit', 'search', 'close_pit']);
  });

  test('the fields of lineage, and whole events for the chains alone', async () => {
    index(CHAIN);
    await find();
    const filters = searches().map(({ body }) => (body as { _source?: string[] })._source);
    expect(filters.filter((fields) => fields?.includes('process.args')).length).toBeGreaterThan(3);
    expect(searches().at(-1)?.body).toMatchObject({
      query: {
        bool: { filter: [{ ids: { values: [0, 2, 5, 6, 4].map((i) => CHAIN.ids[i]) } }] },
      },
    });
    expect(filters.at(-1)).toBeUndefined();
  });

  test('a program that connects all the time is no more to fetch than one that connects once', async () => {
    const scanner = new TestHost().build('/w/b').exec('b', './b', { executable: '/w/b' });
    for (let i = 0; i < 50; i += 1) {
      scanner.connect('b', { executable: '/w/b' });
    }
    index(scanner);
    const { chains, isCut } = await find(searchWith({ page: 10 }));
    expect(chains.map(({ connect }) => connect._id)).toEqual([scanner.ids[4]]);
    expect(isCut).toBe(false);
    const connections = searches().filter(({ body }) =>
      JSON.stringify(body).includes('connection_attempted'),
    );
    expect(connections).toHaveLength(4);
  });
});

describe('a cap that is reached is told', () => {
  const builds = (count: number): TestHost => {
    const host = new TestHost();
    for (let i = 0; i < count; i += 1) {
      host.build(`/w/p${i}`);
    }
    return host.exec('p', './p0', { executable: '/w/p0' }).connect('p');
  };

  test('of the files that are built', async () => {
    index(builds(11));
    expect((await find(searchWith({ builds: 10, page: 10 }))).isCut).toBe(true);
  });

  test('of all events', async () => {
    index(CHAIN);
    expect((await find(searchWith({ events: 2 }))).isCut).toBe(true);
  });

  test('of the steps', async () => {
    index(CHAIN);
    expect(await find(searchWith({ rounds: 1 }))).toMatchObject({ isCut: true, chains: [] });
  });
});
