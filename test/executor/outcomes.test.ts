// SPDX-License-Identifier: Apache-2.0
import { cutRanges } from '../../server/rule_type/executor/summary';
import { EVENT_MAPPING } from '../../standalone/elasticsearch/event_mapping';
import type { IndexGrant } from '../../standalone/elasticsearch/access/users';
import { STREAMS } from './chains';
import { few, HOUR, MINUTE, names, NOW, SECOND, useScenario, type Scenario } from './scenario';
import { expectTold } from './told';

const start = useScenario();

type Properties = Readonly<Record<string, object>>;

/** The mapping of Elastic Defend with one object's fields changed. */
const mappingWith = (name: string, change: (properties: Properties) => Properties) => {
  const { properties } = EVENT_MAPPING as unknown as {
    properties: Record<string, { properties: Properties }>;
  };
  return {
    dynamic: false,
    properties: { ...properties, [name]: { properties: change(properties[name]!.properties) } },
  };
};

const without =
  (field: string) =>
  ({ [field]: _, ...others }: Properties): Properties =>
    others;

const withType =
  (field: string, type: string) =>
  (properties: Properties): Properties => ({ ...properties, [field]: { type } });

const grant = ({ ownerInElasticsearch }: Scenario, ...indices: IndexGrant[]): void =>
  ownerInElasticsearch.setRights({ indices });

const READ: IndexGrant = {
  names: ['logs-endpoint.*'],
  privileges: ['read', 'view_index_metadata'],
};

test('all is well', async () => {
  const scenario = await start();
  scenario.add(...few);
  const { outcome, messages, warnings } = await scenario.run(NOW);
  expect(outcome).toBe('succeeded');
  expect(warnings).toEqual([]);
  expect(messages).toEqual([
    'Searched 15 events from 2026-11-24T11:51:00.000Z to 2026-11-24T12:00:00.000Z: 3 sequences, 3 new alerts, 0 already there, 0 excluded.',
  ]);
});

describe('there is nothing to search', () => {
  test('no index matches', async () => {
    const scenario = await start({ params: { indexPatterns: ['logs-typo.*', 'more-*'] } });
    expectTold(await scenario.run(NOW), {
      outcome: 'warning',
      cause: /No index matches \[logs-typo\.\*, more-\*\]/,
      remedy: /Install the Elastic Defend integration, correct the index patterns/,
    });
  });

  test('no index has one of the fields', async () => {
    const scenario = await start({ mapping: mappingWith('destination', without('ip')) });
    expectTold(await scenario.run(NOW), {
      outcome: 'warning',
      cause: /no index maps \[destination\.ip\]/,
      remedy: /Setup page.*policy collects them/,
    });
  });

  test('there are no events of one of the categories', async () => {
    const scenario = await start();
    for (const stream of STREAMS.filter((name) => !name.includes('network'))) {
      scenario.es.index(stream, [
        {
          _source: {
            '@timestamp': new Date(NOW).toISOString(),
            event: { category: [stream.split('.').at(-1)?.replace('-default', '')] },
          },
        },
      ]);
    }
    expectTold(await scenario.runAsItIs(NOW), {
      outcome: 'warning',
      cause: /There were no network events in the time that was searched/,
      remedy: /Setup page.*policy collects them/,
    });
  });

  test('and the owner may see no index for an hour: nothing of it is lost', async () => {
    const scenario = await start();
    await scenario.run(NOW);
    grant(scenario, { ...READ, names: ['other-*'] });
    scenario.add({ name: 'unseen', at: NOW + 20 * MINUTE });
    for (let time = NOW + 5 * MINUTE; time <= NOW + HOUR; time += 5 * MINUTE) {
      expectTold(await scenario.run(time), {
        outcome: 'warning',
        cause: /No index matches \[logs-endpoint\.events\.\*\]/,
        remedy: /give its owner the privileges/,
      });
    }
    grant(scenario, READ);
    await scenario.run(NOW + HOUR + 5 * MINUTE);
    expect(scenario.programs()).toEqual(['unseen']);
  });
});

describe('Elasticsearch refuses', () => {
  test('a field that data streams map differently: field, types and indices are named', async () => {
    const scenario = await start();
    scenario.es.createIndex('logs-endpoint.events.process-other', {
      mappings: mappingWith('process', withType('args', 'text')),
    });
    scenario.add(...few);
    expectTold(await scenario.run(NOW), {
      outcome: 'failed',
      cause:
        /\[process\.args\] is mapped as keyword in .*logs-endpoint\.events\.process-default.* and as text in logs-endpoint\.events\.process-other/,
      remedy: /Map \[process\.args\] the same way.*or leave them out of the index patterns/,
    });
    scenario.es.deleteIndex('logs-endpoint.events.process-other');
    await scenario.run(NOW + 20 * MINUTE);
    expect(scenario.programs()).toEqual(names(few));
  });

  test('the owner, who may see the indices but not read them', async () => {
    const scenario = await start();
    grant(scenario, { ...READ, privileges: ['view_index_metadata'] });
    expectTold(await scenario.run(NOW), {
      outcome: 'failed',
      cause:
        /is not allowed: the user \[analyst\] may not do \[indices:data\/read\/\w+\] on \[logs-endpoint/,
      remedy: /Give a role of the user \[analyst\] the privilege \[read\].*save the rule again/,
    });
  });

  test('the query', async () => {
    const scenario = await start({
      mapping: mappingWith('destination', withType('ip', 'integer')),
    });
    expectTold(await scenario.run(NOW), {
      outcome: 'failed',
      cause:
        /The search for sequences failed, Elasticsearch does not take the query: .*destination\.ip/,
      remedy: /Mend the query, the exclusions or the fields that it names/,
    });
  });

  test('any more work', async () => {
    const scenario = await start();
    scenario.es.faults.add({ endpoint: 'eql', kind: 'status429', times: 1_000 });
    expectTold(await scenario.run(NOW), {
      outcome: 'failed',
      cause:
        /The search for sequences was refused, the cluster is busy.*429.*tried \d+ times within \d+ s/,
      remedy: /Wait until the cluster has recovered/,
    });
  });

  test('alerts, since their index is missing', async () => {
    const scenario = await start({ withoutAlertIndex: true });
    expectTold(await scenario.run(NOW), {
      outcome: 'failed',
      cause:
        /Alerts can not be written to \[\.alerts-security\.alerts-default\], it does not exist/,
      remedy: /check its log.*open the alerts page/,
    });
  });
});

test('Kibana could not make the alert index', async () => {
  const scenario = await start();
  scenario.kibana.alerting.contextInitialization = async () => ({
    result: false,
    error: 'no master node',
  });
  expectTold(await scenario.run(NOW), {
    outcome: 'failed',
    cause: /Alerts can not be written to \[\.alerts-security\.alerts-default\], no master node/,
    remedy: /check its log/,
  });
});

describe('the tiebreaker is not mapped', () => {
  test('is told once', async () => {
    const scenario = await start({ mapping: mappingWith('event', without('sequence')) });
    scenario.add(...few, { name: 'next', at: NOW + MINUTE });
    expectTold(await scenario.run(NOW), {
      outcome: 'warning',
      cause: /the tiebreaker \[event\.sequence\] is not mapped in \[.*logs-endpoint/,
      remedy: /Map it as long in all of them/,
    });
    expect((await scenario.run(NOW + 5 * MINUTE)).outcome).toBe('succeeded');
    expect(scenario.programs()).toEqual([...names(few), 'next'].sort());
  });

  test('is told again after it was there for a while', async () => {
    const scenario = await start();
    const other = 'logs-endpoint.events.process-other';
    const add = (): unknown =>
      scenario.es.createIndex(other, {
        mappings: mappingWith('event', without('sequence')),
      });
    scenario.add(...few);
    add();
    const outcomes = [(await scenario.run(NOW)).outcome];
    scenario.es.deleteIndex(other);
    outcomes.push((await scenario.run(NOW + 5 * MINUTE)).outcome);
    add();
    outcomes.push((await scenario.run(NOW + 6 * MINUTE)).outcome);
    expect(outcomes).toEqual(['warning', 'succeeded', 'warning']);
  });
});

test.each([
  ['of another version', { version: 99 }],
  ['of another kind', { version: 1, checkpoint: 'yesterday', toldNoTiebreaker: false }],
])('the state is %s', async (_, alertTypeState) => {
  const scenario = await start();
  scenario.kibana.alerting.tasks.set(scenario.ruleId, {
    state: JSON.stringify({ alertTypeState }),
  });
  scenario.add(...few);
  expectTold(await scenario.run(NOW + HOUR), {
    outcome: 'warning',
    cause: /What the last run left behind can not be read/,
    remedy: /Nothing is to be done/,
  });
  expect(scenario.programs()).toEqual(names(few));
  scenario.add({ name: 'next', at: NOW + HOUR + MINUTE });
  expect((await scenario.run(NOW + HOUR + 5 * MINUTE)).outcome).toBe('succeeded');
  expect(scenario.programs()).toEqual([...names(few), 'next'].sort());
});

test('more sequences end in a time than can be fetched', () => {
  const range = { from: NOW, to: NOW + SECOND };
  expect(cutRanges([range, range])).toEqual({
    message:
      'More sequences end in 2026-11-24T12:00:00.000Z to 2026-11-24T12:00:01.000Z than can be fetched at once, and in 1 other time; some got no alert',
    remedy: 'Exclude the host or program that makes so many',
  });
  expect(cutRanges([])).toBeUndefined();
});
