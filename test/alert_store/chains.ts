// SPDX-License-Identifier: Apache-2.0
import {
  buildAlerts,
  readLineageRecord,
  type AlertIdentity,
  type Ancestor,
  type SequenceAlert,
  type SourceEvent,
} from '../../common/alerts';
import { recordedContext, recordedRule } from '../kibana/recorded_alerts';

const RULE = recordedRule();

/** The ids of a chain's events. */
export interface ChainIds {
  readonly compile?: string;
  readonly link?: string;
  /** Null for one that was not recorded, as lineage finds it. */
  readonly execute?: string | null;
  readonly connect?: string;
  /** Of the rule's run. */
  readonly run?: string;
  readonly ruleUuid?: string;
  /** Of every event. */
  readonly index?: string;
}

export const STREAM = '.ds-logs-endpoint.events.process-default-2026.11.24-000001';

const event = (_id: string, _index: string, category: string): SourceEvent => ({
  _id,
  _index,
  _source: {
    '@timestamp': '2026-11-24T12:00:00.000Z',
    event: { category: [category], kind: 'event' },
    host: { id: 'h1', name: 'lab1' },
    process: { name: 'a.out', pid: 7 },
  },
});

/** The alert of one chain. */
export const chain = ({
  compile = 'c',
  link = 'l',
  execute = 'x',
  connect = 'n',
  run = 'run-1',
  ruleUuid = RULE.uuid,
  index = STREAM,
}: ChainIds = {}): SequenceAlert =>
  buildAlerts(
    [
      event(compile, index, 'process'),
      event(link, index, 'file'),
      execute === null ? null : event(execute, index, 'process'),
      event(connect, index, 'network'),
    ],
    { ...RULE, uuid: ruleUuid },
    { ...recordedContext, executionId: run },
    execute === null ? { story: [] } : undefined,
  );

/** That many chains with nothing in common. */
export const chains = (count: number, run = 'run-1'): SequenceAlert[] =>
  Array.from({ length: count }, (_, i) =>
    chain({ compile: `c${i}`, link: `l${i}`, execute: `x${i}`, connect: `n${i}`, run }),
  );

export const shellIds = (alerts: readonly SequenceAlert[]): string[] =>
  alerts.map(({ shell }) => shell._id).sort();

/** By what an alert is known, read from its documents. */
export const identityOf = ({ shell: { _id, _source } }: SequenceAlert): AlertIdentity => {
  const [execution, connection] = (_source['kibana.alert.ancestors'] as Ancestor[])
    .filter(({ type }) => type === 'event')
    .map(({ id, index }) => ({ id, index }))
    .slice(-2);
  const stages = readLineageRecord(_source)?.stages;
  return {
    id: _id,
    ruleUuid: String(_source['kibana.alert.rule.uuid']),
    execution: stages?.includes('execute') === false ? undefined : execution,
    connection,
  };
};
