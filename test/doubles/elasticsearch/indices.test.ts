// SPDX-License-Identifier: Apache-2.0
import { startElasticsearchDouble, type ElasticsearchDouble } from './elasticsearch_double';
import { EVENT_MAPPING } from '../../../standalone/elasticsearch/event_mapping';
import { recorded, refusal, type Json } from './test_support';

const kinds = ['file', 'network', 'process'];
const streamOf = (kind: string): string => `logs-endpoint.events.${kind}-default`;

let double: ElasticsearchDouble;

beforeEach(async () => {
  double = await startElasticsearchDouble();
  for (const kind of kinds) {
    double.createIndex(streamOf(kind), { mappings: EVENT_MAPPING, dataStream: true });
  }
});
afterEach(() => double.close());

describe('field capabilities', () => {
  it('are those of a real cluster', async () => {
    const wanted = recorded('field_caps');
    const names = Object.keys(wanted.fields).filter((name) => !('object' in wanted.fields[name]));
    const got = await double
      .client()
      .fieldCaps({ index: 'logs-endpoint.events.*', fields: names.join(',') });
    expect(got).toEqual(wanted);
  });

  it('list the indices by type where they differ', async () => {
    double.createIndex('logs-endpoint.events.a', {
      mappings: { properties: { process: { properties: { args: { type: 'text' } } } } },
    });
    double.createIndex('logs-endpoint.events.b', { mappings: { properties: {} } });
    const backing = kinds.map((kind) => `.ds-${streamOf(kind)}-2026.11.24-000001`);
    const ask = async (include_unmapped: boolean) => {
      const { fields } = await double
        .client()
        .fieldCaps({ index: 'logs-*', fields: ['process.args'], include_unmapped });
      return fields['process.args'];
    };
    const common = { metadata_field: false, searchable: true };
    const two = {
      keyword: { ...common, type: 'keyword', aggregatable: true, indices: backing },
      text: { ...common, type: 'text', aggregatable: false, indices: ['logs-endpoint.events.a'] },
    };
    expect(await ask(false)).toEqual(two);
    expect(await ask(true)).toEqual({
      ...two,
      unmapped: {
        type: 'unmapped',
        metadata_field: false,
        searchable: false,
        aggregatable: false,
        indices: ['logs-endpoint.events.b'],
      },
    });
  });
});

describe('names', () => {
  it('are resolved as in a real cluster', async () => {
    const got = await double.client().indices.resolveIndex({ name: 'logs-endpoint.events.*' });
    expect(got).toEqual(recorded('resolve_index'));
  });

  it('that are missing are an error, patterns are not unless that is asked', async () => {
    const client = double.client();
    const missing = await refusal(client.search({ index: 'missing' }));
    expect(missing.status).toBe(404);
    expect(missing.body.error).toMatchObject({
      type: 'index_not_found_exception',
      reason: 'no such index [missing]',
    });
    expect((await client.search({ index: 'missing-*' })).hits.hits).toEqual([]);
    const strict = client.search({ index: 'missing-*', allow_no_indices: false });
    expect((await refusal(strict)).status).toBe(404);
    const lenient = await client.count({ index: 'missing', ignore_unavailable: true });
    expect(lenient.count).toBe(0);
  });
});

describe('the alert index of a space', () => {
  it('is written and read through its alias, and hidden from other patterns', async () => {
    double.createSecurityAlertIndex('lab');
    const client = double.client();
    const alias = '.alerts-security.alerts-lab';
    await client.bulk({
      index: alias,
      require_alias: true,
      operations: [{ create: { _id: 'x' } }, { 'kibana.alert.rule.parameters': { a: 'b' } }],
    });
    const query = { term: { 'kibana.alert.rule.parameters.a': 'b' } };
    const found = await client.search({ index: alias, query });
    expect(found.hits.hits[0]?._index).toBe('.internal.alerts-security.alerts-lab-000001');
    expect((await client.count({ index: '*' })).count).toBe(0);
    const mapping = await client.indices.getMapping({ index: alias });
    const [{ mappings }] = Object.values(mapping) as [Json];
    expect(mappings.dynamic).toBe('false');
    expect(mappings.properties.kibana.properties.alert.properties.uuid).toEqual({
      type: 'keyword',
    });
  });

  it('takes a real alert as it stands', async () => {
    double.createSecurityAlertIndex('default');
    const { hits } = recorded('security_alerts_sequence');
    const { errors } = await double.client().bulk({
      index: '.alerts-security.alerts-default',
      require_alias: true,
      operations: hits.hits.flatMap(({ _id, _source }: Json) => [{ create: { _id } }, _source]),
    });
    expect(errors).toBe(false);
  });

  it('changes the status of alerts by query', async () => {
    double.createSecurityAlertIndex('default');
    const index = '.alerts-security.alerts-default';
    double.index(index, [{ _id: 'x', _source: { 'kibana.alert.workflow_status': 'open' } }]);
    const update = (source: string) =>
      double.client().updateByQuery({
        index,
        query: { ids: { values: ['x'] } },
        script: { lang: 'painless', source, params: { status: 'closed' } },
      });
    expect(
      await update("ctx._source['kibana.alert.workflow_status'] = params.status"),
    ).toMatchObject({ updated: 1, failures: [] });
    expect(double.documents(index)[0]?._source).toEqual({
      'kibana.alert.workflow_status': 'closed',
    });
    const unknown = await refusal(update('ctx._source.remove(params.status)'));
    expect(unknown.status).toBe(501);
    double.scripts.add('ctx._source.remove(params.status)', () => ({}));
    await update('ctx._source.remove(params.status)');
    expect(double.documents(index)[0]?._source).toEqual({});
  });
});

describe('single documents', () => {
  it('are got alone or several at once', async () => {
    double.index(streamOf('file'), [{ _id: 'f', _source: { '@timestamp': 1 } }]);
    const client = double.client();
    const index = `.ds-${streamOf('file')}-2026.11.24-000001`;
    expect(await client.get({ index, id: 'f' })).toMatchObject({ found: true, _version: 1 });
    expect((await refusal(client.get({ index, id: 'g' }))).status).toBe(404);
    const { docs } = await client.mget({
      docs: [
        { _index: index, _id: 'f' },
        { _index: index, _id: 'g' },
        { _index: 'missing', _id: 'f' },
      ],
    });
    expect(docs).toMatchObject([
      { _id: 'f', found: true, _source: { '@timestamp': 1 } },
      { _id: 'g', found: false },
      { _id: 'f', error: { type: 'index_not_found_exception' } },
    ]);
  });
});

it('tells who it is and how it is', async () => {
  const client = double.client();
  expect((await client.info()).version.number).toBe('8.12.2');
  expect((await client.cluster.health()).status).toBe('green');
});
