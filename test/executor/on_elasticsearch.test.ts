// SPDX-License-Identifier: Apache-2.0
import { RecentlyCompiledPlugin } from '../../server/plugin';
import type { ElasticsearchDouble } from '../doubles/elasticsearch/elasticsearch_double';
import { EVENT_MAPPING } from '../../standalone/elasticsearch/event_mapping';
import {
  alertAlias,
  alertIndexName,
  securityAlertIndex,
} from '../../standalone/elasticsearch/security_alert_index';
import { withElasticsearch, type ElasticsearchTarget } from '../doubles/elasticsearch/target';
import { startKibanaDouble } from '../doubles/kibana/kibana_double';
import { superuser } from '../../standalone/kibana/kibana_user';
import { chainEvents, type Chain } from './chains';
import { addExceptions, is, type ExceptionItem } from './exceptions';
import { ourRuleData } from './our_rule';
import { chainsUntil, HOUR, MINUTE, names, NOW, SECOND } from './scenario';

// The rule on the double, and on a real Elasticsearch where ES_URL names one. There everybody has all rights, and
// the alerts of a space that nobody uses stand for Security's.

let target: ElasticsearchTarget;
let count = 0;

beforeAll(async () => {
  target = await withElasticsearch();
});

afterAll(() => target.deleteAll());

const start = async (params: Readonly<Record<string, unknown>> = {}) => {
  count += 1;
  const run = target.unique(`run${count}`);
  const streamOf = (category: string): string => `logs-endpoint.events.${category}-${run}`;
  for (const category of ['process', 'file', 'network']) {
    await target.createIndex(streamOf(category), { mappings: EVENT_MAPPING, dataStream: true });
  }
  const spaceId = run;
  await target.createIndex(alertIndexName(spaceId), securityAlertIndex(spaceId));
  const elasticsearch = {
    client: () => target.connect(),
    user: () => undefined,
  } as unknown as ElasticsearchDouble;
  const kibana = startKibanaDouble({ elasticsearch, now: () => NOW });
  const plugin = new RecentlyCompiledPlugin(kibana.initializerContext);
  plugin.setup(kibana.core.setup, kibana.setupPlugins);
  const { id } = await kibana.alerting.rulesClient(superuser(), spaceId).create({
    data: ourRuleData({
      detection: 'published',
      indexPatterns: [`logs-endpoint.events.*-${run}`],
      ...params,
    }),
  });
  const node = kibana.harness({ spaceId });
  return {
    exclude: (...items: readonly ExceptionItem[]) =>
      addExceptions(kibana, 'recently-compiled-exclusions', items, spaceId),
    add: async (...chains: readonly Chain[]): Promise<void> => {
      for (const category of ['process', 'file', 'network']) {
        const stream = `logs-endpoint.events.${category}-default`;
        const documents = chains
          .flatMap(chainEvents)
          .flatMap(([of, document]) => (of === stream ? [document] : []));
        await target.index(streamOf(category), documents);
      }
    },
    run: (time: number) => node.run(id, { startedAt: new Date(time) }),
    programs: async (): Promise<string[]> => {
      await target.client.indices.refresh({ index: alertAlias(spaceId) });
      const { hits } = await target.client.search<{ file: { name: string } }>({
        index: alertAlias(spaceId),
        size: 10_000,
        query: { bool: { must_not: { exists: { field: 'kibana.alert.building_block_type' } } } },
      });
      return hits.hits.map(({ _source }) => _source!.file.name).sort();
    },
  };
};

const few = chainsUntil(NOW - MINUTE, 3, 10 * SECOND);

test('each chain is alerted once, however often the rule runs', async () => {
  const { add, run, programs } = await start();
  await add(...few);
  const { outcome, scheduledActions } = await run(NOW);
  expect(outcome).toBe('succeeded');
  expect(scheduledActions).toHaveLength(few.length);
  await run(NOW + 5 * MINUTE);
  expect(await programs()).toEqual(names(few));
});

test('what comes late, or while Kibana is down, is alerted as well', async () => {
  const { add, run, programs } = await start();
  await run(NOW);
  const late = few.map((chain) => ({
    ...chain,
    at: chain.at - 30 * MINUTE,
    lateness: 32 * MINUTE,
  }));
  const meanwhile = { name: 'meanwhile', at: NOW + HOUR };
  await add(...late, meanwhile);
  await run(NOW + 24 * HOUR);
  expect(await programs()).toEqual(names([...late, meanwhile]));
});

test('more chains than one run may write take several runs', async () => {
  const { add, run, programs } = await start({ maxSignals: 20 });
  const chains = chainsUntil(NOW - MINUTE, 50, 5 * SECOND);
  await add(...chains);
  const { warnings } = await run(NOW);
  expect(warnings.join()).toMatch(/30 more wait/);
  expect(await programs()).toEqual(names(chains).slice(0, 20));
  await run(NOW + MINUTE);
  await run(NOW + 2 * MINUTE);
  expect(await programs()).toEqual(names(chains));
});

test('a full page of sequences is gone through in parts', async () => {
  const { add, run, programs } = await start({ maxSignals: 1000 });
  const chains = chainsUntil(NOW - MINUTE, 1_200, 300);
  await add(...chains);
  await run(NOW);
  await run(NOW + MINUTE);
  expect(await programs()).toEqual(names(chains));
});

test('exclusions hide single events, and whole sequences', async () => {
  const { add, run, programs, exclude } = await start();
  await exclude(
    { name: 'a build server', entries: [is('host.name', 'build')] },
    { name: 'a tool', entries: [is('file.name', 'tool'), is('destination.ip', '203.0.113.9')] },
  );
  const at = NOW - MINUTE;
  await add(
    { name: 'built', at, host: 'build' },
    { name: 'tool', at, destination: '203.0.113.9' },
    { name: 'shell', at, destination: '203.0.113.9' },
  );
  await run(NOW);
  expect(await programs()).toEqual(['shell']);
});
