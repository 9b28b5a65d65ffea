// SPDX-License-Identifier: Apache-2.0
import type { SequenceAlert } from '../../common/alerts';
import { Failure } from '../failure';
import type { RuleExecutorServices } from '../kibana_contracts';
import { FIRST_STATE } from './executor/run_state';
import type { RunResult } from './executor/run_ports';
import { report } from './report';

const alert = (id: string): SequenceAlert => ({ blocks: [], shell: { _id: id, _source: {} } });

const RESULT: RunResult = {
  state: FIRST_STATE,
  created: [],
  metrics: { searching: 12, writing: 34, gap: 0, detected: 5, created: 4 },
  warnings: [],
  summary: 'Searched 7 events',
  failure: undefined,
};

/** The services of a run, and all that they were told, in order. */
const services = (limit = 1000) => {
  const told: unknown[][] = [];
  const tell =
    (name: string) =>
    (...args: readonly unknown[]): void => {
      told.push([name, ...args]);
    };
  const all = {
    alertFactory: {
      create: (id: string) => ({ scheduleActions: (group: string) => tell('action')(id, group) }),
      alertLimit: { getValue: () => limit, setLimitReached: tell('limit reached') },
    },
    ruleMonitoringService: {
      setLastRunMetricsTotalSearchDurationMs: tell('search'),
      setLastRunMetricsTotalIndexingDurationMs: tell('indexing'),
      setLastRunMetricsTotalAlertsDetected: tell('detected'),
      setLastRunMetricsTotalAlertsCreated: tell('created'),
      setLastRunMetricsGapDurationS: tell('gap'),
    },
    ruleResultService: {
      addLastRunError: tell('error'),
      addLastRunWarning: tell('warning'),
      setLastRunOutcomeMessage: tell('message'),
    },
  } as unknown as RuleExecutorServices;
  return { all, told };
};

const toldOf = (changes: Partial<RunResult>, limit?: number): unknown[][] => {
  const { all, told } = services(limit);
  report({ ...RESULT, ...changes }, all);
  return told;
};

test('a run that went well', () => {
  expect(toldOf({ created: [alert('a'), alert('b')] })).toEqual([
    ['action', 'a', 'default'],
    ['action', 'b', 'default'],
    ['limit reached', false],
    ['search', 12],
    ['indexing', 34],
    ['detected', 5],
    ['created', 4],
    ['message', 'Searched 7 events.'],
  ]);
});

test('a gap is told in whole seconds', () => {
  expect(toldOf({ metrics: { ...RESULT.metrics, gap: 1_001 } })).toContainEqual(['gap', 2]);
});

test('warnings and a failure come before what was found', () => {
  const told = toldOf({
    warnings: [{ message: 'Some wait', remedy: 'Be patient' }],
    failure: new Failure('busy', { message: 'No answer', remedy: 'Look at the cluster' }),
  });
  expect(told.slice(-3)).toEqual([
    ['warning', 'Some wait. Be patient.'],
    ['error', 'No answer. Look at the cluster.'],
    ['message', 'No answer. Look at the cluster. Some wait. Be patient. Searched 7 events.'],
  ]);
});

test('what a warning says already is not said again', () => {
  const told = toldOf({ warnings: [{ message: RESULT.summary, remedy: 'Nothing to do' }] });
  expect(told.at(-1)).toEqual(['message', 'Searched 7 events. Nothing to do.']);
});

test('no more actions than Kibana starts, and a warning about the rest', () => {
  const told = toldOf({ created: ['a', 'b', 'c'].map(alert) }, 2);
  expect(told.slice(0, 3)).toEqual([
    ['action', 'a', 'default'],
    ['action', 'b', 'default'],
    ['limit reached', true],
  ]);
  expect(told.find(([name]) => name === 'warning')).toEqual([
    'warning',
    expect.stringMatching(/at most 2 alerts in one run; 1 alert was .*alerts\.max\.$/),
  ]);
});

test('a Kibana without a place for outcomes and metrics', () => {
  const { all, told } = services();
  const { ruleMonitoringService: _m, ruleResultService: _r, ...bare } = all;
  report({ ...RESULT, created: [alert('a')] }, bare);
  expect(told).toEqual([
    ['action', 'a', 'default'],
    ['limit reached', false],
  ]);
});
