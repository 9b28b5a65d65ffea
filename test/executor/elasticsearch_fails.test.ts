// SPDX-License-Identifier: Apache-2.0
import type { FaultKind } from '../doubles/elasticsearch/faults';
import { names, NOW, MINUTE, few, useScenario } from './scenario';

const start = useScenario();

const ENDPOINTS = ['eql', 'search', 'field_caps', 'bulk'] as const;

const FAULTS: readonly (readonly [string, FaultKind])[] = ENDPOINTS.flatMap((endpoint) =>
  (['status429', 'status503', 'timeout', 'reset', 'partialShards', 'afterWrite'] as const)
    .filter((kind) => kind !== 'partialShards' || /search|eql/.test(endpoint))
    .filter((kind) => kind !== 'afterWrite' || endpoint === 'bulk')
    .map((kind) => [endpoint, kind] as const),
);

const IMPATIENT = { requestTimeout: 100 };

describe('Elasticsearch fails', () => {
  test.each([...FAULTS, ['bulk', 'halfBulk'], ['bulk', 'bulkItemErrors']] as const)(
    'once: %s %s',
    async (endpoint, kind) => {
      const scenario = await start(kind === 'timeout' ? IMPATIENT : {});
      scenario.add(...few);
      scenario.es.faults.add({ endpoint, kind });
      const { outcome, scheduledActions } = await scenario.run(NOW);
      expect(scenario.es.faults.pending).toBe(0);
      expect(outcome).toBe('succeeded');
      expect(scenario.programs()).toEqual(names(few));
      expect(scheduledActions).toHaveLength(few.length);
    },
  );

  test.each(FAULTS)('for the whole run: %s %s', async (endpoint, kind) => {
    const scenario = await start(kind === 'timeout' ? IMPATIENT : {});
    scenario.add(...few);
    scenario.es.faults.add({ endpoint, kind, times: 1_000 });
    const failed = await scenario.run(NOW);
    expect(failed.outcome).toBe('failed');
    expect(failed.messages.join()).toMatch(/tried \d+ times/);
    scenario.es.faults.clear();
    expect((await scenario.run(NOW + 20 * MINUTE)).outcome).toBe('succeeded');
    expect(scenario.programs()).toEqual(names(few));
  });
});

test('the alert index is missing', async () => {
  const scenario = await start({ withoutAlertIndex: true });
  scenario.add(...few);
  const failed = await scenario.run(NOW);
  expect(failed.outcome).toBe('failed');
  expect(failed.messages.join()).toContain('.alerts-security.alerts-default');
  scenario.es.createSecurityAlertIndex('default');
  await scenario.run(NOW + 20 * MINUTE);
  expect(scenario.programs()).toEqual(names(few));
});

test('a privilege is taken away in the middle of a run', async () => {
  const scenario = await start();
  scenario.add(...few);
  scenario.es.before = (endpoint) => {
    if (endpoint === 'eql') {
      scenario.ownerInElasticsearch.revoke('read');
    }
  };
  const failed = await scenario.run(NOW);
  expect(failed.outcome).toBe('failed');
  expect(failed.messages.join()).toMatch(/read.*analyst|analyst.*read/);
  scenario.es.before = () => undefined;
  scenario.ownerInElasticsearch.setRights({
    indices: [{ names: ['logs-endpoint.*'], privileges: ['read', 'view_index_metadata'] }],
  });
  await scenario.run(NOW + 20 * MINUTE);
  expect(scenario.programs()).toEqual(names(few));
});
