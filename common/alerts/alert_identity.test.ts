// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { DEFAULT_RULE_PARAMS } from '../rule';
import type { AlertContext } from './alert_context';
import { identifyAlert } from './alert_identity';
import { buildAlerts, type SourceEvent } from './build_alerts';
import { asSecurityRule } from './own_rule';
import { OWN_RULE } from './own_rule_test_data';

const RULE = asSecurityRule(OWN_RULE, DEFAULT_RULE_PARAMS);
const CONTEXT: AlertContext = {
  now: 0,
  spaceId: 'default',
  kibanaVersion: '8.12.2',
  executionId: 'run-1',
  address: { basePath: '', publicBaseUrl: undefined },
};

const event = (id: string, index: string): SourceEvent => ({ _id: id, _index: index, _source: {} });

const anyEvent = fc
  .tuple(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }))
  .map(([id, index]) => event(id, index));
const maybe = fc.option<SourceEvent, null>(anyEvent);
const anyChain = fc.tuple(maybe, anyEvent, maybe, anyEvent);

describe('identifyAlert', () => {
  it('tells the id that the alert will have', () => {
    fc.assert(
      fc.property(anyChain, fc.boolean(), (events, isOfLineage) => {
        const lineage = isOfLineage ? { story: [] } : undefined;
        const { shell } = buildAlerts(events, RULE, CONTEXT, lineage);
        expect(identifyAlert(events, RULE.uuid, lineage)).toMatchObject({
          id: shell._id,
          ruleUuid: shell._source['kibana.alert.rule.uuid'],
        });
      }),
    );
  });

  const [compile, link, execute, connect] = ['c', 'l', 'x', 'n'].map((id) => event(id, 'logs'));
  const placed = (id: string) => ({ id, index: 'logs' });

  it.each([
    ['all events', [compile, link, execute, connect], placed('x'), placed('n')],
    ['no compiler', [null, link, execute, connect], placed('x'), placed('n')],
    ['no execution', [compile, link, null, connect], undefined, placed('n')],
    ['no more than link and connection', [null, link, null, connect], undefined, placed('n')],
  ])(
    'tells execution and connection of a chain of lineage with %s',
    (_, events, ran, connected) => {
      const chain = events.map((one) => one ?? null);
      expect(identifyAlert(chain, RULE.uuid, { story: [] })).toMatchObject({
        execution: ran,
        connection: connected,
      });
    },
  );

  it('has no connection for a single event', () => {
    const { execution, connection } = identifyAlert([event('a', 'logs')], RULE.uuid);
    expect([execution, connection]).toEqual([undefined, undefined]);
  });
});
