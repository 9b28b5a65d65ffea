// SPDX-License-Identifier: Apache-2.0
import type { FaultKind } from '../doubles/elasticsearch/faults';
import { Scenario, chainsUntil, HOUR, MINUTE, NOW, SECOND } from './scenario';

/** After each of them, every chain has to be alerted once: none is lost, none is doubled. */
let scenario: Scenario;

const start = async (...args: Parameters<typeof Scenario.start>): Promise<Scenario> => {
  scenario = await Scenario.start(...args);
  return scenario;
};

afterEach(async () => {
  const { incomplete, stop } = scenario;
  const broken = incomplete.call(scenario);
  await stop.call(scenario);
  expect(broken).toEqual([]);
});

const names = (chains: readonly { name: string }[]): string[] =>
  chains.map(({ name }) => name).sort();

const few = chainsUntil(NOW - MINUTE, 3, 10 * SECOND);

/** Dies at the moment before a request of this kind is carried out. */
const crashAt = (isIt: (endpoint: string, nth: number) => boolean): AbortSignal => {
  const crash = new AbortController();
  const seen = new Map<string, number>();
  scenario.es.before = (endpoint) => {
    const nth = (seen.get(endpoint) ?? 0) + 1;
    seen.set(endpoint, nth);
    if (isIt(endpoint, nth)) {
      crash.abort();
    }
    return crash.signal.aborted ? new Promise(() => undefined) : undefined;
  };
  return crash.signal;
};

describe('Kibana crashes', () => {
  test.each<[string, (endpoint: string, nth: number) => boolean, number]>([
    ['after the search', (endpoint) => endpoint === 'bulk', 0],
    ['between building blocks and alerts', (endpoint, nth) => endpoint === 'bulk' && nth === 2, 0],
  ])('%s', async (_, isIt, written) => {
    await start();
    scenario.add(...few);
    const crashed = await scenario.run(NOW, { crash: crashAt(isIt) });
    expect(crashed.outcome).toBe('crashed');
    expect(scenario.shells()).toHaveLength(written);
    scenario.es.before = () => undefined;
    const next = await scenario.run(NOW + 5 * MINUTE);
    expect(scenario.programs()).toEqual(names(few));
    expect(next.scheduledActions).toHaveLength(few.length);
  });

  test('in the middle of writing alerts', async () => {
    await start();
    scenario.add(...few);
    scenario.es.faults.add({ endpoint: 'bulk', kind: 'halfBulk', after: 1 });
    const crash = crashAt((endpoint, nth) => endpoint === 'bulk' && nth === 3);
    expect((await scenario.run(NOW, { crash })).outcome).toBe('crashed');
    const written = scenario.shells().length;
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(few.length);
    scenario.es.before = () => undefined;
    await scenario.run(NOW + 5 * MINUTE);
    expect(scenario.programs()).toEqual(names(few));
  });

  test('after all is written, before the checkpoint', async () => {
    await start();
    scenario.add(...few);
    scenario.es.faults.add({ endpoint: 'bulk', kind: 'afterWrite', after: 1 });
    const crash = crashAt((endpoint, nth) => endpoint === 'bulk' && nth === 3);
    expect((await scenario.run(NOW, { crash })).outcome).toBe('crashed');
    expect(scenario.programs()).toEqual(names(few));
    scenario.es.before = () => undefined;
    expect((await scenario.run(NOW + 5 * MINUTE)).outcome).toBe('succeeded');
    expect(scenario.programs()).toEqual(names(few));
  });
});

const ENDPOINTS = ['eql', 'search', 'field_caps', 'bulk'] as const;

const FAULTS: readonly (readonly [string, FaultKind])[] = ENDPOINTS.flatMap((endpoint) =>
  (['status429', 'status503', 'timeout', 'reset', 'partialShards', 'afterWrite'] as const)
    .filter((kind) => kind !== 'partialShards' || /search|eql/.test(endpoint))
    .filter((kind) => kind !== 'afterWrite' || endpoint === 'bulk')
    .map((kind) => [endpoint, kind] as const),
);

describe('Elasticsearch fails', () => {
  test.each([...FAULTS, ['bulk', 'halfBulk'], ['bulk', 'bulkItemErrors']] as const)(
    'once: %s %s',
    async (endpoint, kind) => {
      await start();
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
    await start();
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
  await start({ withoutAlertIndex: true });
  scenario.add(...few);
  const failed = await scenario.run(NOW);
  expect(failed.outcome).toBe('failed');
  expect(failed.messages.join()).toContain('.alerts-security.alerts-default');
  scenario.es.createSecurityAlertIndex('default');
  await scenario.run(NOW + 20 * MINUTE);
  expect(scenario.programs()).toEqual(names(few));
});

test('a privilege is taken away in the middle of a run', async () => {
  await start();
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

describe('events come late', () => {
  const runEvery5Minutes = async (from: number, to: number): Promise<void> => {
    for (let time = from; time <= to; time += 5 * MINUTE) {
      await scenario.run(time);
    }
  };

  test.each([
    ['1 minute', MINUTE],
    ['20 minutes', 20 * MINUTE],
    ['23 hours', 23 * HOUR],
  ])('by %s', async (_, lateness) => {
    await start();
    const late = few.map((chain) => ({ ...chain, lateness }));
    scenario.add(...late);
    await scenario.run(NOW);
    await runEvery5Minutes(NOW + lateness - 5 * MINUTE, NOW + lateness + 10 * MINUTE);
    expect(scenario.programs()).toEqual(names(few));
  });

  test('by more than the rule waits for', async () => {
    await start({ params: { maxLateness: '1h' } });
    scenario.add(...few.map((chain) => ({ ...chain, lateness: 2 * HOUR })));
    await scenario.run(NOW);
    await runEvery5Minutes(NOW + 2 * HOUR - 5 * MINUTE, NOW + 2 * HOUR + 10 * MINUTE);
    expect(scenario.programs()).toEqual([]);
  });

  test('from a host whose clock is 10 minutes ahead', async () => {
    await start();
    scenario.add(...few.map((chain) => ({ ...chain, at: NOW + 10 * MINUTE, lateness: -10 * MINUTE })));
    await runEvery5Minutes(NOW, NOW + 20 * MINUTE);
    expect(scenario.programs()).toEqual(names(few));
  });
});

describe('more chains than one run may write', () => {
  test('150 chains are alerted after two runs', async () => {
    await start();
    const chains = chainsUntil(NOW - MINUTE, 150, 2 * SECOND);
    scenario.add(...chains);
    const first = await scenario.run(NOW);
    expect(scenario.shells()).toHaveLength(100);
    expect(first.outcome).toBe('warning');
    expect(first.warnings.join()).toMatch(/100.*50 more wait/);
    expect(scenario.programs()).toEqual(names(chains).slice(0, 100));
    const second = await scenario.run(NOW + 5 * MINUTE);
    expect(second.outcome).toBe('succeeded');
    expect(scenario.programs()).toEqual(names(chains));
  });

  test('1,500 chains', async () => {
    await start({ params: { maxSignals: 500 } });
    const chains = chainsUntil(NOW - MINUTE, 1_500, 20);
    scenario.add(...chains);
    const warnings: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      const { messages } = await scenario.run(NOW + i * 5 * MINUTE);
      warnings.push(messages.join());
    }
    expect(warnings[0]).toMatch(/1000 more wait/);
    expect(warnings[1]).toMatch(/500 more wait/);
    expect(warnings[2]).not.toMatch(/wait/);
    expect(scenario.programs()).toEqual(names(chains));
  });

  test('more than Kibana starts actions for', async () => {
    await start();
    scenario.add(...few);
    const { scheduledActions, warnings } = await scenario.run(NOW, {
      node: scenario.kibana.harness({ maxAlerts: 2 }),
    });
    expect(scheduledActions).toHaveLength(2);
    expect(warnings.join()).toMatch(/at most 2 alerts.*1 alert/);
    expect(scenario.programs()).toEqual(names(few));
  });
});

test('two Kibana nodes run the rule at once', async () => {
  await start();
  const chains = chainsUntil(NOW - MINUTE, 40, 5 * SECOND);
  scenario.add(...chains);
  const results = await Promise.all(
    [scenario.kibana.harness(), scenario.kibana.harness()].map((node) => scenario.run(NOW, { node })),
  );
  expect(scenario.programs()).toEqual(names(chains));
  const actions = results.flatMap(({ scheduledActions }) => scheduledActions);
  expect(actions.map(({ alertId }) => alertId).sort()).toEqual(
    scenario.shells().map(({ _id }) => _id).sort(),
  );
});

test('exclusions change during a run', async () => {
  await start();
  scenario.add(...few);
  const lists = scenario.kibana.lists.exceptions.client(undefined);
  const list = {
    listId: 'recently-compiled-exclusions',
    namespaceType: 'single' as const,
  };
  await lists.createExceptionList({
    ...list,
    name: 'Exclusions',
    description: '',
    type: 'detection',
    immutable: false,
    meta: undefined,
    tags: [],
    version: 1,
  });
  scenario.es.before = async (endpoint) => {
    if (endpoint === 'eql') {
      scenario.es.before = () => undefined;
      await lists.createExceptionListItem({
        ...list,
        itemId: 'one',
        name: 'The first tool',
        description: '',
        entries: [{ field: 'process.name', type: 'match', operator: 'included', value: few[0]!.name }],
        osTypes: [],
        tags: [],
        comments: [],
        meta: undefined,
        expireTime: undefined,
        type: 'simple',
      });
    }
  };
  await scenario.run(NOW);
  expect(scenario.programs()).toEqual(names(few));
  scenario.add({ name: few[0]!.name, at: NOW + MINUTE }, { name: 'another', at: NOW + MINUTE });
  await scenario.run(NOW + 5 * MINUTE);
  expect(scenario.programs()).toEqual([...names(few), 'another'].sort());
});

test('Kibana was down for 72 hours', async () => {
  await start();
  await scenario.run(NOW);
  const chains = chainsUntil(NOW + 72 * HOUR - MINUTE, 72, HOUR);
  scenario.add(...chains);
  const { messages, metrics } = await scenario.run(NOW + 72 * HOUR);
  expect(scenario.programs()).toEqual(names(chains));
  expect(metrics.gap_duration_s).toBe((72 * HOUR - 9 * MINUTE) / SECOND);
  expect(messages.join()).toMatch(/72 new alerts/);
});
