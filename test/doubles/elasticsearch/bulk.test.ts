// SPDX-License-Identifier: Apache-2.0
import { startElasticsearchDouble, type ElasticsearchDouble } from './elasticsearch_double';

const ALIAS = '.alerts-security.alerts-default';
const INDEX = '.internal.alerts-security.alerts-default-000001';

let double: ElasticsearchDouble;

beforeEach(async () => {
  double = await startElasticsearchDouble();
  double.createSecurityAlertIndex('default');
});
afterEach(() => double.close());

const create = (documents: readonly Record<string, unknown>[], index = ALIAS) =>
  double.client().bulk({
    index,
    require_alias: true,
    refresh: true,
    operations: documents.flatMap((document, i) => [{ create: { _id: `d${i}` } }, document]),
  });

describe('a bulk request', () => {
  it('writes to the index behind the alias, once', async () => {
    const first = await create([{ 'kibana.alert.uuid': 'd0' }]);
    expect(first).toMatchObject({ errors: false });
    expect(first.items[0]?.create).toMatchObject({ _index: INDEX, status: 201, result: 'created' });

    const second = await create([{ 'kibana.alert.uuid': 'other' }]);
    expect(second.errors).toBe(true);
    expect(second.items[0]?.create).toMatchObject({
      _index: INDEX,
      _id: 'd0',
      status: 409,
      error: {
        type: 'version_conflict_engine_exception',
        reason: '[d0]: version conflict, document already exists (current version [1])',
      },
    });
    expect(double.documents(ALIAS)).toEqual([
      { _id: 'd0', _index: INDEX, _source: { 'kibana.alert.uuid': 'd0' } },
    ]);
  });

  it('does not make an index where an alias is required', async () => {
    const { errors, items } = await create([{}], '.alerts-security.alerts-other');
    expect(errors).toBe(true);
    expect(items[0]?.create).toMatchObject({
      status: 404,
      error: {
        type: 'index_not_found_exception',
        reason: expect.stringContaining('[require_alias] request flag is [true]'),
      },
    });
    const { items: concrete } = await create([{}], INDEX);
    expect(concrete[0]?.create?.status).toBe(404);
  });

  it.each([
    ['text in a number', { process: { pid: 'many' } }, 'process.pid', 'long'],
    ['no date', { '@timestamp': 'yesterday' }, '@timestamp', 'date'],
    ['no address', { destination: { ip: 'example.org' } }, 'destination.ip', 'ip'],
    ['a dotted name', { 'kibana.alert.depth': 'deep' }, 'kibana.alert.depth', 'long'],
    ['an object for a value', { process: { name: { a: 1 } } }, 'process.name', 'keyword'],
  ])('refuses %s, and that document alone', async (_, bad, field, type) => {
    const { items } = await create([{ message: 'good' }, bad]);
    expect(items[0]?.create?.status).toBe(201);
    expect(items[1]?.create).toMatchObject({
      status: 400,
      error: {
        type: 'document_parsing_exception',
        reason: expect.stringContaining(`failed to parse field [${field}] of type [${type}]`),
      },
    });
    expect(double.documents(ALIAS)).toHaveLength(1);
  });

  it('refuses a value where the mapping has an object', async () => {
    const { items } = await create([{ host: 'lab1' }]);
    expect(items[0]?.create?.error?.reason).toBe(
      '[1:1] object mapping for [host] tried to parse field [host] as object, but found a concrete value',
    );
  });

  it('keeps what is not mapped', async () => {
    const odd = { odd: { a: 'x' }, 'kibana.alert.context': { b: 1 } };
    expect((await create([odd])).errors).toBe(false);
    expect(double.documents(ALIAS)[0]?._source).toEqual(odd);
  });

  it('indexes, updates and deletes', async () => {
    const client = double.client();
    const { items } = await client.bulk({
      index: 'plain',
      operations: [
        { index: { _id: 'a' } },
        { n: 1, o: { x: 1 } },
        { update: { _id: 'a' } },
        { doc: { o: { y: 2 } } },
        { update: { _id: 'b' } },
        { doc: {} },
        { delete: { _id: 'b' } },
        { index: { _id: 'c' } },
        {},
        { delete: { _id: 'c' } },
      ],
    });
    expect(items.map((item) => Object.values(item)[0]?.status)).toEqual([
      201, 200, 404, 404, 201, 200,
    ]);
    expect(double.documents('plain')).toEqual([
      { _id: 'a', _index: 'plain', _source: { n: 1, o: { x: 1, y: 2 } } },
    ]);
  });

  it('lets only creations into a data stream, with a time', async () => {
    double.createIndex('logs-x-default', { dataStream: true });
    const write = async (operation: 'create' | 'index', document: Record<string, unknown>) => {
      const { items } = await double.client().bulk({
        index: 'logs-x-default',
        operations: [{ [operation]: {} }, document],
      });
      return Object.values(items[0] ?? {})[0];
    };
    const time = { '@timestamp': '2026-11-24T11:40:47Z' };
    expect(await write('create', time)).toMatchObject({
      status: 201,
      _index: '.ds-logs-x-default-2026.11.24-000001',
    });
    expect((await write('index', time))?.status).toBe(400);
    expect((await write('create', {}))?.status).toBe(400);
  });

  it('is searched only after a refresh, where the double is told so', async () => {
    double.refreshAtOnce = false;
    const client = double.client();
    await client.bulk({ index: ALIAS, operations: [{ create: { _id: 'd0' } }, {}] });
    const total = async () => (await client.count({ index: ALIAS })).count;
    expect(await total()).toBe(0);
    expect((await client.get({ index: ALIAS, id: 'd0' })).found).toBe(true);
    await client.indices.refresh({ index: ALIAS });
    expect(await total()).toBe(1);
  });
});
