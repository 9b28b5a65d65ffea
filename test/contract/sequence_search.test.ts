// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { printQuery } from '../../common/eql/printer';
import { buildNewestRuleQuery, buildRuleQuery, DEFAULT_RULE_PARAMS } from '../../common/rule';
import type { SequenceSearchRequest } from '../../server/search/sequence_search';
import { openRecordings, type RuleForm } from '../captures/recordings';
import { eventAt, START } from './chain_events';
import { SUBJECTS, type Subject, type WorldIndex } from './subjects';

const never = new AbortController().signal;
const QUERY =
  'sequence by host.id with maxspan=1m [process where process.name == "gcc"] [network where process.name == "a.out"]';

const gcc = (offset: number, more = {}) => eventAt(offset, { name: 'gcc', ...more });
const connect = (offset: number, more = {}) =>
  eventAt(offset, { name: 'a.out', category: 'network', ...more });

const idsOf = (page: Awaited<ReturnType<Subject['search']['search']>>): string[][] =>
  page.sequences.map((events) => events.map(({ _id }) => _id)).sort();

describe.each(SUBJECTS)('a search for sequences by %s', (_, open) => {
  let subject: Subject;
  afterEach(() => subject.close());

  const find = (request: Partial<SequenceSearchRequest> = {}) =>
    subject.search.search({
      query: QUERY,
      indexPatterns: [subject.indexName('logs-contract')],
      range: { from: START - 60_000, to: START + 60_000 },
      filter: undefined,
      tiebreakerField: 'event.sequence',
      size: 100,
      signal: never,
      ...request,
    });
  const openWith = async (...events: WorldIndex['events']): Promise<void> => {
    subject = await open([{ name: 'logs-contract', events }]);
  };

  test('finds in recordings what a real Elasticsearch found', async () => {
    const recordings = openRecordings(path.join(__dirname, '../captures/data'));
    const all = recordings.labels.flatMap(({ flow }) => recordings.events(flow, 'invoked'));
    const streams = [...new Set(all.map(({ _index = '' }) => _index))];
    subject = await open(
      streams.map((name) => ({ name, events: all.filter(({ _index }) => _index === name) })),
    );
    const times = all.map(({ _source }) => Date.parse(String(_source['@timestamp'])));
    const queries: Record<RuleForm, string> = {
      v6: printQuery(buildRuleQuery(DEFAULT_RULE_PARAMS)),
      newest: printQuery(buildNewestRuleQuery()),
    };
    let count = 0;
    for (const { flow } of recordings.labels) {
      const [first] = recordings.events(flow, 'invoked');
      const host = (first?._source['host'] as { id: string }).id;
      for (const form of ['v6', 'newest'] as const) {
        const page = await find({
          query: queries[form],
          indexPatterns: streams.map((name) => subject.indexName(name)),
          range: { from: Math.min(...times), to: Math.max(...times) },
          filter: { term: { 'host.id': host } },
        });
        const expected = recordings
          .answer(flow, 'invoked', form, 'tiebreaker')
          .map(({ event_ids: ids }) => [...ids]);
        expect({ flow, form, found: idsOf(page) }).toEqual({ flow, form, found: expected.sort() });
        count += expected.length;
      }
    }
    expect(count).toBeGreaterThan(20);
  });

  test('both ends of the range belong to it', async () => {
    await openWith(gcc(0), connect(500));
    const range = (from: number, to: number) => ({ range: { from: START + from, to: START + to } });
    expect(idsOf(await find(range(0, 500)))).toEqual([['h1-gcc-0-0', 'h1-a.out-500-0']]);
    expect(idsOf(await find(range(1, 500)))).toEqual([]);
    expect(idsOf(await find(range(0, 499)))).toEqual([]);
  });

  test('gives the events with their index and source', async () => {
    await openWith(gcc(0), connect(1));
    const { sequences } = await find();
    expect(sequences[0]?.[0]).toEqual({
      ...gcc(0),
      _index: subject.indexName('logs-contract'),
    });
  });

  test('events that do not meet the filter count as not there', async () => {
    await openWith(gcc(0), connect(1), gcc(0, { host: 'h2' }), connect(1, { host: 'h2' }));
    const filter = { bool: { must_not: { term: { 'host.id': 'h1' } } } };
    expect(idsOf(await find({ filter }))).toEqual([['h2-gcc-0-0', 'h2-a.out-1-0']]);
  });

  test('the tiebreaker orders events of the same millisecond', async () => {
    await openWith(
      connect(0, { sequence: 2 }),
      gcc(0, { sequence: 1 }),
      gcc(0, { host: 'h2', sequence: 2 }),
      connect(0, { host: 'h2', sequence: 1 }),
    );
    expect(idsOf(await find())).toEqual([['h1-gcc-0-1', 'h1-a.out-0-2']]);
  });

  test('a page is full when it holds as many as were asked for', async () => {
    await openWith(gcc(0), connect(1), gcc(2, { host: 'h2' }), connect(3, { host: 'h2' }));
    const sizes = await Promise.all([1, 2, 3].map((size) => find({ size })));
    expect(sizes.map(({ sequences, isFull }) => [sequences.length, isFull])).toEqual([
      [1, true],
      [2, true],
      [2, false],
    ]);
    expect(sizes[0] && idsOf(sizes[0])).toEqual([['h1-gcc-0-0', 'h1-a.out-1-0']]);
  });

  test('patterns name several indices', async () => {
    subject = await open([
      { name: 'logs-contract.process', events: [gcc(0)] },
      { name: 'logs-contract.network', events: [connect(1)] },
    ]);
    const patterns = (...names: string[]) => ({ indexPatterns: names });
    const both = await find(patterns('logs-contract.*'));
    expect(idsOf(both)).toEqual([['h1-gcc-0-0', 'h1-a.out-1-0']]);
    expect(idsOf(await find(patterns('logs-contract.process*')))).toEqual([]);
  });

  test('no index', async () => {
    await openWith(gcc(0));
    await expect(find({ indexPatterns: ['logs-nowhere-*'] })).rejects.toMatchObject({
      kind: 'missing_index',
      message: expect.stringContaining('[logs-nowhere-*]'),
    });
  });

  test('a field that is not mapped', async () => {
    await openWith(gcc(0));
    const query = 'sequence [process where process.nme == "x"] [network where true]';
    await expect(find({ query })).rejects.toMatchObject({
      kind: 'query_rejected',
      message: expect.stringMatching(/\[process\.nme\]/),
    });
  });

  test('a query that is no EQL', async () => {
    await openWith(gcc(0));
    await expect(find({ query: 'sequence [process where' })).rejects.toMatchObject({
      kind: 'query_rejected',
      message: expect.stringContaining('1:'),
    });
  });

  test('a field that two indices map differently', async () => {
    const mapped = (type: string) => ({
      '@timestamp': { type: 'date' },
      event: { properties: { category: { type: 'keyword' }, sequence: { type: 'long' } } },
      odd: { type },
    });
    subject = await open([
      { name: 'logs-contract-a', properties: mapped('keyword'), events: [gcc(0)] },
      { name: 'logs-contract-b', properties: mapped('text'), events: [connect(1)] },
    ]);
    const [a, b] = [subject.indexName('logs-contract-a'), subject.indexName('logs-contract-b')];
    const query = 'sequence [process where odd == "x"] [network where true]';
    const failed = await find({ query, indexPatterns: [a, b] }).catch((error: unknown) => error);
    expect(failed).toMatchObject({ kind: 'mapping_conflict' });
    for (const part of ['[odd]', 'keyword', 'text', a, b]) {
      expect((failed as Error).message).toContain(part);
    }
  });

  test('a search that is called off', async () => {
    await openWith(gcc(0), connect(1));
    const controller = new AbortController();
    controller.abort();
    await expect(find({ signal: controller.signal })).rejects.toMatchObject({ kind: 'cancelled' });
  });
});
