// SPDX-License-Identifier: Apache-2.0
import type { SequenceAlert } from '../../common/alerts';
import { PartlyWritten } from '../../server/alert_store/partly_written';
import { SecurityAlertStore } from '../../server/alert_store/security_alert_store';
import { clockWithoutWaiting } from '../contract/clock_without_waiting';
import {
  startElasticsearchDouble,
  type ElasticsearchDouble,
} from '../doubles/elasticsearch/elasticsearch_double';
import {
  recordedBlocks,
  recordedRule,
  recordedShell,
  sourceEventOf,
} from '../kibana/recorded_alerts';
import { chain, chains, identityOf, shellIds } from './chains';

const ALIAS = '.alerts-security.alerts-default';
const never = new AbortController().signal;

let double: ElasticsearchDouble;
beforeEach(async () => {
  double = await startElasticsearchDouble();
  double.createSecurityAlertIndex('default');
});
afterEach(() => double.close());

const storeWith = (
  options: Partial<ConstructorParameters<typeof SecurityAlertStore>[0]> = {},
): SecurityAlertStore =>
  new SecurityAlertStore({
    client: double.client(),
    spaceId: 'default',
    ensureIndex: async () => ({ result: true }),
    limits: { requestTimeout: 30_000 },
    retry: { deadline: 60_000, clock: clockWithoutWaiting() },
    ...options,
  });

const create = async (alerts: readonly SequenceAlert[], store = storeWith()): Promise<string[]> =>
  [...(await store.create(alerts, never))].sort();

const storedIds = (): string[] =>
  double
    .documents(ALIAS)
    .map(({ _id }) => _id)
    .sort();
const idsOf = (alerts: readonly SequenceAlert[]): string[] =>
  alerts.flatMap(({ blocks, shell }) => [...blocks, shell].map(({ _id }) => _id)).sort();
const storedShells = (): string[] =>
  double
    .documents(ALIAS)
    .filter(({ _source }) => !('kibana.alert.building_block_type' in _source))
    .map(({ _id }) => _id)
    .sort();
const requests = (endpoint: string) =>
  double.requests.filter((request) => request.endpoint === endpoint);

describe('before alerts are written', () => {
  test('the index is made and there', async () => {
    await expect(storeWith().prepare(never)).resolves.toBeUndefined();
  });

  test('Kibana could not make the index', async () => {
    const ensureIndex = async () => ({ result: false, error: 'no master node' });
    await expect(storeWith({ ensureIndex }).prepare(never)).rejects.toMatchObject({
      kind: 'missing_index',
      message: `Alerts can not be written to [${ALIAS}], no master node`,
      remedy: expect.stringContaining('restart it'),
    });
  });

  test('Kibana says that the index is there, but it is not', async () => {
    await expect(storeWith({ spaceId: 'ops' }).prepare(never)).rejects.toMatchObject({
      kind: 'missing_index',
      message: 'Alerts can not be written to [.alerts-security.alerts-ops], it does not exist',
    });
  });

  test('the cluster is busy for a while', async () => {
    double.faults.add({ endpoint: 'index_exists', kind: 'status429', times: 2 });
    await expect(storeWith().prepare(never)).resolves.toBeUndefined();
  });

  test('the run is called off while Kibana makes the index', async () => {
    const controller = new AbortController();
    const store = storeWith({ ensureIndex: () => new Promise(() => {}) });
    const preparing = store.prepare(controller.signal);
    controller.abort();
    await expect(preparing).rejects.toMatchObject({ kind: 'cancelled' });
  });
});

describe('writing alerts', () => {
  test('writes all documents of each and names the shells', async () => {
    const alerts = chains(3);
    expect(await create(alerts)).toEqual(shellIds(alerts));
    expect(storedIds()).toEqual(idsOf(alerts));
  });

  test('leaves what is there as it is', async () => {
    const [first, second] = [chain({ connect: 'n1' }), chain({ connect: 'n2' })];
    await create([first]);
    const before = double.documents(ALIAS);
    const again = chain({ connect: 'n1', run: 'run-2' });
    expect(await create([again, second])).toEqual(shellIds([second]));
    expect(double.documents(ALIAS).slice(0, 5)).toEqual(before);
    expect(storedIds()).toEqual(idsOf([first, second]));
  });

  test('finishes what a run left half done', async () => {
    const alert = chain();
    const [block] = alert.blocks;
    double.index(ALIAS, block ? [block] : []);
    expect(await create([alert])).toEqual(shellIds([alert]));
    expect(storedIds()).toEqual(idsOf([alert]));
  });

  test('two nodes at the same time', async () => {
    const alerts = chains(150);
    const created = await Promise.all([
      create(alerts, storeWith()),
      create(chains(150, 'run-2'), storeWith()),
    ]);
    expect(created.flat().sort()).toEqual(shellIds(alerts));
    expect(storedIds()).toEqual(idsOf(alerts));
  });

  test('splits much into requests of at most 500 documents', async () => {
    const alerts = chains(150);
    await create(alerts);
    const sizes = requests('bulk').map(({ body }) => String(body).split('\n').length);
    expect(requests('bulk')).toHaveLength(3);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(1001);
  });

  test.each([
    'status429',
    'status503',
    'reset',
    'halfBulk',
    'afterWrite',
    'bulkItemErrors',
  ] as const)('goes on after %s, with every alert written and named once', async (kind) => {
    const alerts = chains(5);
    double.faults.add({ endpoint: 'bulk', kind, times: 2 });
    double.faults.add({ endpoint: 'bulk', kind, after: 1 });
    expect(await create(alerts)).toEqual(shellIds(alerts));
    expect(storedIds()).toEqual(idsOf(alerts));
    expect(double.faults.pending).toBe(0);
  });

  test('after a request without an answer, does not count what another node wrote', async () => {
    const alerts = chains(4);
    const theirs = chain({ compile: 'c0', link: 'l0', execute: 'x0', connect: 'n0', run: 'other' });
    double.index(ALIAS, [...theirs.blocks, theirs.shell]);
    double.faults.add({ endpoint: 'bulk', kind: 'afterWrite', times: 2 });
    expect(await create(alerts)).toEqual(shellIds(alerts.slice(1)));
  });

  test('asks what it has written after a refresh', async () => {
    const alerts = chains(2);
    double.faults.add({ endpoint: 'bulk', kind: 'afterWrite', after: 1 });
    expect(await create(alerts)).toEqual(shellIds(alerts));
    expect(double.requests.map(({ endpoint }) => endpoint)).toEqual([
      'bulk',
      'bulk',
      'bulk',
      'refresh',
      'search',
    ]);
  });

  test('what is written can be found at once', async () => {
    double.refreshAtOnce = false;
    await create([chain()]);
    expect([...(await storeWith().findAlerted([identityOf(chain())], never))]).toEqual(
      shellIds([chain()]),
    );
  });

  test('gives up when the cluster stays busy, with no shell written before its blocks', async () => {
    const alerts = chains(3);
    double.faults.add({ endpoint: 'bulk', kind: 'bulkItemErrors', times: 1000 });
    await expect(create(alerts)).rejects.toMatchObject({
      kind: 'busy',
      message: expect.stringMatching(/^The writing of alerts was refused.*\(tried \d+ times/),
    });
    double.faults.clear();
    double.faults.add({ endpoint: 'bulk', kind: 'bulkItemErrors', times: 1000, after: 1 });
    await expect(create(alerts)).rejects.toMatchObject({ kind: 'busy' });
    expect(storedShells()).toEqual([]);
    double.faults.clear();
    expect(await create(alerts)).toEqual(shellIds(alerts));
    expect(storedIds()).toEqual(idsOf(alerts));
  });

  test('the alias goes missing meanwhile', async () => {
    double.deleteIndex('.internal.alerts-security.alerts-default-000001');
    await expect(create(chains(1))).rejects.toMatchObject({
      kind: 'missing_index',
      message: `Alerts can not be written to [${ALIAS}], it does not exist`,
      remedy: expect.stringContaining('Kibana makes it when it starts'),
    });
  });

  test('a user of Kibana who may not write there', async () => {
    const weak = double.user('weak', { indices: [{ names: ['*'], privileges: ['read'] }] });
    await expect(
      create(chains(1), storeWith({ client: double.client(weak, { maxRetries: 0 }) })),
    ).rejects.toMatchObject({
      kind: 'missing_privilege',
      message: expect.stringContaining('the user [weak] may not do'),
      remedy: expect.stringContaining('kibana_system'),
    });
  });

  /** With other fields in one of its building blocks. */
  const withBlock = (alert: SequenceAlert, fields: Record<string, unknown>): SequenceAlert => ({
    ...alert,
    blocks: alert.blocks.map((block, i) =>
      i === 1 ? { ...block, _source: { ...block._source, ...fields } } : block,
    ),
  });

  test('what the index does not take of an event is left out, and the alert says so', async () => {
    const [good, bad] = [chain({ connect: 'n1' }), chain({ connect: 'n2' })];
    const broken = withBlock(bad, { process: { pid: 'seven' } });
    expect(await create([broken, good])).toEqual(shellIds([good, bad]));
    const id = broken.blocks[1]!._id;
    const stored = double.documents(ALIAS).find(({ _id }) => _id === id)?._source;
    expect(stored).toMatchObject({
      'kibana.alert.uuid': id,
      'error.message': expect.stringMatching(/left out.*process\.pid.*seven/),
    });
    expect(stored).not.toHaveProperty('process');
  });

  test('a document that the index does not take at all: its field is named, all others are written', async () => {
    const [good, bad] = [chain({ connect: 'n1' }), chain({ connect: 'n2' })];
    const broken = withBlock(bad, { '@timestamp': 'never' });
    await expect(create([broken, good])).rejects.toMatchObject({
      kind: 'rejected_documents',
      message: expect.stringMatching(/^1 alert could not be written .*@timestamp.*never/),
      remedy: expect.stringContaining('Check how the alert index maps the field'),
    });
    expect(storedShells()).toEqual(shellIds([good]));
  });

  test('a failure tells which alerts were created before it', async () => {
    const [first, second] = [chain({ connect: 'n1' }), chain({ connect: 'n2' })];
    const broken = { ...second, shell: { ...second.shell, _source: { '@timestamp': 'never' } } };
    const failed = await create([first, broken]).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(PartlyWritten);
    expect(failed).toMatchObject({
      kind: 'rejected_documents',
      remedy: expect.stringContaining('Check how the alert index maps the field'),
      created: new Set(shellIds([first])),
    });

    double.faults.add({ endpoint: 'bulk', kind: 'bulkItemErrors', times: 1000 });
    const nothing = await create([chain({ connect: 'n3' })]).catch((error: unknown) => error);
    expect(nothing).not.toBeInstanceOf(PartlyWritten);
  });

  test('a run that is called off', async () => {
    const controller = new AbortController();
    double.before = () => controller.abort();
    await expect(storeWith().create(chains(1), controller.signal)).rejects.toMatchObject({
      kind: 'cancelled',
    });
  });
});

describe('finding what is alerted already', () => {
  const find = async (...alerts: SequenceAlert[]): Promise<string[]> =>
    [...(await storeWith().findAlerted(alerts.map(identityOf), never))].sort();

  test('nothing at first', async () => {
    expect(await find(...chains(3))).toEqual([]);
  });

  test('the same chain, also with another compilation', async () => {
    await create([chain({ compile: 'c1', link: 'l1' })]);
    const other = chain({ compile: 'c2', link: 'l2' });
    expect(await find(chain({ compile: 'c1', link: 'l1' }), other)).toEqual(
      shellIds([chain({ compile: 'c1', link: 'l1' }), other]),
    );
  });

  test.each([
    ['another connection', { connect: 'n2' }],
    ['another execution', { execute: 'x2' }],
    ['another rule', { ruleUuid: 'another' }],
    ['events of the same ids in another index', { index: 'logs-other' }],
  ])('not for %s', async (_, ids) => {
    await create([chain()]);
    expect(await find(chain(ids))).toEqual([]);
  });

  test.each([
    ['where there was one', [{ execute: 'x' }, { execute: null }]],
    ['where there was none', [{ execute: null }, { execute: 'x' }]],
    [
      'where none was recorded, by another link',
      [{ execute: null }, { execute: null, link: 'l2' }],
    ],
  ])('the same connection without its execution, %s', async (_, [first, second]) => {
    await create([chain(first)]);
    expect(await find(chain(second))).toEqual(shellIds([chain(second)]));
  });

  test('not for another connection without its execution', async () => {
    await create([chain({ execute: null })]);
    expect(await find(chain({ execute: null, connect: 'n2' }))).toEqual([]);
  });

  test('execution and connection must be in one alert', async () => {
    await create([
      chain({ execute: 'x1', connect: 'n1' }),
      chain({ execute: 'x2', connect: 'n2' }),
    ]);
    expect(await find(chain({ execute: 'x1', connect: 'n2' }))).toEqual([]);
  });

  test('blocks without a shell do not count', async () => {
    double.index(ALIAS, chain().blocks);
    expect(await find(chain())).toEqual([]);
    expect(requests('search')[0]?.body).toMatchObject({
      query: {
        bool: { must_not: [{ exists: { field: 'kibana.alert.building_block_type' } }] },
      },
    });
  });

  test('the alert that a real Kibana 8.12.2 wrote, and one whose fields nest', async () => {
    double.index(ALIAS, [recordedShell]);
    const [, , execute, connect] = recordedBlocks.map(sourceEventOf);
    const same = chain({ execute: execute?._id ?? '', connect: connect?._id ?? '' });
    const places = [execute?._index, connect?._index];
    const moved: SequenceAlert = {
      ...same,
      shell: {
        ...same.shell,
        _source: {
          ...same.shell._source,
          'kibana.alert.ancestors': [execute, connect].map((event, i) => ({
            id: event?._id,
            index: places[i],
            type: 'event',
          })),
        },
      },
    };
    expect(await find(moved)).toEqual(shellIds([moved]));

    double.deleteIndex('.internal.alerts-security.alerts-default-000001');
    double.createSecurityAlertIndex('default');
    const { 'kibana.alert.ancestors': ancestors } = recordedShell._source;
    double.index(ALIAS, [
      {
        _id: 'nested',
        _source: {
          kibana: { alert: { uuid: 'nested', ancestors, rule: { uuid: recordedRule().uuid } } },
        },
      },
    ]);
    expect(await find(moved)).toEqual(shellIds([moved]));
  });

  test('reads all pages of alerts of one connection, and all alerts that are asked for', async () => {
    const many = Array.from({ length: 1_001 }, (_, i) => chain({ execute: `x${i}` }));
    double.index(
      ALIAS,
      many.map(({ shell }) => shell),
    );
    expect(await find(...many)).toEqual(shellIds(many));
  });

  test('waits for a busy cluster', async () => {
    await create([chain()]);
    double.faults.add({ endpoint: 'search', kind: 'status503' });
    double.faults.add({ endpoint: 'search', kind: 'partialShards' });
    expect(await find(chain())).toHaveLength(1);
  });

  test('without the index there is a failure, not an empty answer', async () => {
    const store = storeWith({ spaceId: 'ops' });
    await expect(store.findAlerted([identityOf(chain())], never)).rejects.toMatchObject({
      kind: 'missing_index',
    });
  });
});
