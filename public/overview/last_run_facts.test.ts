// SPDX-License-Identifier: Apache-2.0
import { lastRunOf, runFigures } from './last_run_facts';
import { NEW_RULE, RUN_METRICS } from './rule_test_data';

const at = '2026-11-24T11:41:15.000Z';

test('a rule that has not run has no last run', () => {
  expect(lastRunOf(NEW_RULE)).toBeNull();
});

test('a run that succeeded has nothing to remark', () => {
  const outcome = { status: 'succeeded' as const, messages: ['Searched 5 events.'], at };
  expect(lastRunOf({ ...NEW_RULE, outcome, lastRun: { ...RUN_METRICS, warnings: [] } })).toEqual({
    status: 'succeeded',
    at,
    remarks: [],
  });
});

test('tells warnings one by one, and not again in the message that joins them', () => {
  const messages = ['50 more wait for the next run. None is lost. No file events. Turn them on.'];
  const outcome = { status: 'warning' as const, messages, at };
  expect(lastRunOf({ ...NEW_RULE, outcome, lastRun: RUN_METRICS })?.remarks).toEqual([
    '50 more wait for the next run. None is lost.',
    'No file events. Turn them on.',
  ]);
});

test('a warning that only Kibana knows is told in its words', () => {
  const outcome = { status: 'warning' as const, messages: ['Too many actions'], at: null };
  expect(lastRunOf({ ...NEW_RULE, outcome })?.remarks).toEqual(['Too many actions']);
});

test('a failure is told by its reason, not by the warnings of a run before it', () => {
  const outcome = { status: 'failed' as const, messages: ['No index. Install it.'], at };
  expect(lastRunOf({ ...NEW_RULE, outcome, lastRun: RUN_METRICS })?.remarks).toEqual([
    'No index. Install it.',
  ]);
});

test('counts what the run did, with units', () => {
  expect(
    runFigures(RUN_METRICS).map(({ title, description }) => `${title} ${description}`),
  ).toEqual([
    '1 new alert',
    '2 already there',
    '1 excluded',
    '50 left to the next run',
    '12,345 events searched',
    '1.2 s taken',
  ]);
});
