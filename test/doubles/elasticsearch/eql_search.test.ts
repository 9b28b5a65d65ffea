// SPDX-License-Identifier: Apache-2.0
import { startElasticsearchDouble, type ElasticsearchDouble } from './elasticsearch_double';
import { EVENT_MAPPING } from '../../../standalone/elasticsearch/event_mapping';
import { recorded, refusal, shapeOf, type Json } from './test_support';

const STREAMS = ['file', 'network', 'process'].map(
  (kind) => `logs-endpoint.events.${kind}-default`,
);
const QUERY = recorded('alert_saved_objects')[0].attributes.params.query as string;
const answer = recorded('eql.sequence.response');

const streamOf = (backing: string): string => /^\.ds-(.*)-[\d.]+-\d+$/.exec(backing)?.[1] ?? '';

let double: ElasticsearchDouble;

beforeEach(async () => {
  double = await startElasticsearchDouble();
  STREAMS.forEach((name) =>
    double.createIndex(name, { mappings: EVENT_MAPPING, dataStream: true }),
  );
  for (const { events } of answer.hits.sequences) {
    for (const { _index, _id, _source } of events) {
      double.index(streamOf(_index), [{ _id, _source }]);
    }
  }
});
afterEach(() => double.close());

const search = (body: Record<string, unknown>, index = 'logs-endpoint.events.*') =>
  double.client().eql.search({ index, ...body });

describe('an EQL search', () => {
  it('gives what a real cluster gave for the same events', async () => {
    const got = (await search({ query: QUERY })) as Json;
    expect(got.hits).toEqual(answer.hits);
    expect(shapeOf(got)).toEqual(shapeOf(answer));
  });

  it('takes size and result_position', async () => {
    const keys = async (position: string) => {
      const { hits } = await search({ query: QUERY, size: 1, result_position: position });
      return hits.sequences?.map(({ join_keys: joined }) => joined);
    };
    expect(await keys('head')).toEqual([['h1', 'many148']]);
    expect(await keys('tail')).toEqual([['h1', 'many149']]);
  });

  it('takes a filter', async () => {
    const filter = { bool: { must_not: [{ match_phrase: { 'process.name': 'many148' } }] } };
    const { hits } = await search({ query: QUERY, filter });
    expect(hits.sequences?.map(({ join_keys: joined }) => joined)).toEqual([['h1', 'many149']]);
  });

  it('takes index patterns, lists and exclusions', async () => {
    const total = async (index: string) => {
      const { hits } = await search({ query: 'any where true', size: 100 }, index);
      return hits.total?.value;
    };
    expect(await total('logs-endpoint.events.process-default')).toBe(4);
    expect(await total('logs-endpoint.events.process-*,logs-endpoint.events.file-*')).toBe(6);
    expect(await total('logs-*,-logs-endpoint.events.process-*')).toBe(4);
    expect(await total('.ds-logs-endpoint.events.network-default-2026.11.24-000001')).toBe(2);
    expect(await total('logs-endpoint.events.file-default,missing')).toBe(2);
  });

  it('gives fields where they are asked for', async () => {
    const { hits } = await search({
      query: 'network where true',
      size: 1,
      fields: ['destination.*', { field: '@timestamp' }],
    });
    expect(hits.events?.[0]?.fields).toEqual({
      '@timestamp': ['2026-11-24T11:40:47.052Z'],
      'destination.ip': ['203.0.113.7'],
      'destination.port': [4444],
    });
  });

  it('breaks ties by a field that is mapped, and refuses one that is not', async () => {
    const { hits } = await search({ query: QUERY, tiebreaker_field: 'event.sequence' });
    expect(hits.sequences).toHaveLength(2);
    const { status } = await refusal(search({ query: QUERY, tiebreaker_field: 'nowhere' }));
    expect(status).toBe(400);
  });

  it('gives a place holder for an event that had to be missing', async () => {
    const { hits } = await search({
      query: 'sequence by host.id with maxspan=1s [network where true] ![file where true]',
      size: 1,
    });
    expect(hits.sequences?.[0]?.events[1]).toEqual({ _index: '', _id: '', missing: true });
  });
});

describe('an EQL search that fails', () => {
  it('tells that there is no such index as a real cluster does', async () => {
    const { status, body } = await refusal(search({ query: QUERY }, 'nope-*'));
    expect(status).toBe(404);
    expect(body).toEqual(recorded('eql.error.no_index'));
  });

  it('tells an unknown column as a real cluster does', async () => {
    const { status, body } = await refusal(search({ query: 'process where process.nme == "x"' }));
    expect(status).toBe(400);
    expect(body).toEqual(recorded('eql.error.unknown_column'));
  });

  it('tells the place of a syntax error', async () => {
    const { status, body } = await refusal(search({ query: 'process where' }));
    expect(status).toBe(400);
    expect(body.error).toMatchObject({
      type: 'parsing_exception',
      reason: expect.stringMatching(/^line 1:14: /),
    });
  });

  it('tells which indices disagree about a field', async () => {
    const properties = {
      '@timestamp': { type: 'date' },
      process: { properties: { args: { type: 'text' } } },
    };
    double.createIndex('logs-endpoint.events.other', { mappings: { properties } });
    const { status, body } = await refusal(search({ query: 'process where process.args == "x"' }));
    expect(status).toBe(400);
    expect(body.error.reason).toBe(
      'Found 1 problem\nline 1:15: Cannot use field [process.args] due to ambiguities being mapped as ' +
        '[2] incompatible types: [keyword] in [' +
        STREAMS.map((name) => `.ds-${name}-2026.11.24-000001`).join(', ') +
        '], [text] in [logs-endpoint.events.other]',
    );
  });

  it('is told that the double can not do something', async () => {
    const runtime = { x: { type: 'keyword' } };
    const { status, body } = await refusal(search({ query: QUERY, runtime_mappings: runtime }));
    expect(status).toBe(501);
    expect(body.error.reason).toContain('runtime_mappings');
  });
});

it('refuses a parameter that the client put in the query string for want of knowing it', async () => {
  const { status, body } = await refusal(search({ query: QUERY, max_samples_per_key: 2 }));
  expect(status).toBe(400);
  expect(body.error.reason).toBe(
    'request [/logs-endpoint.events.*/_eql/search] contains unrecognized parameter: [max_samples_per_key]',
  );
});
