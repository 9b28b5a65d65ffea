// SPDX-License-Identifier: Apache-2.0
import { buildAlerts, type SourceEvent } from '../../common/alerts';
import {
  recordedBlocks,
  recordedContext,
  recordedRule,
  sourceEventOf,
} from '../kibana/recorded_alerts';
import { ruleTypeModel } from '../../public/rule_type/rule_type_model';
import { actionContext, CONTEXT_VARIABLES } from '../../server/rule_type/action_context';

const events = recordedBlocks.map(sourceEventOf);

const contextOf = (some: readonly SourceEvent[]): Record<string, unknown> =>
  actionContext(buildAlerts(some, recordedRule(), recordedContext));

test('a sequence that a real Kibana alerted', () => {
  expect(contextOf(events)).toEqual({
    alertId: 'c65a4c776ace18dc5149150ad51733501c25abbd7ca1cad6cbe60db9b103d7b8',
    alertUrl:
      '/app/recentlyCompiled/alerts/c65a4c776ace18dc5149150ad51733501c25abbd7ca1cad6cbe60db9b103d7b8',
    reason: expect.stringContaining('revsh (/home/dev/revsh), compiled by dev with gcc'),
    ruleName: 'Network Connection via Recently Compiled Executable',
    severity: 'medium',
    detection: 'published',
    hostName: 'lab1',
    hostId: 'h1',
    userName: 'dev',
    binaryName: 'revsh',
    binaryPath: '/home/dev/revsh',
    compilerName: 'gcc',
    compilerCommandLine: 'gcc -o revsh x.c',
    compilerUserName: 'dev',
    destinationIp: '203.0.113.7',
    destinationPort: 4444,
    compiledAt: '2026-11-24T11:33:31.427Z',
    executedAt: '2026-11-24T11:33:35.427Z',
    connectedAt: '2026-11-24T11:33:36.427Z',
  });
});

test('every variable that is offered has a value there', () => {
  expect(Object.keys(contextOf(events))).toEqual(CONTEXT_VARIABLES.map(({ name }) => name));
  for (const { description } of CONTEXT_VARIABLES) {
    expect(description).toMatch(/^\S.+[^.]$/);
  }
});

test('what a new action says first is made of them', () => {
  const { defaultActionMessage } = ruleTypeModel();
  const named = [...defaultActionMessage.matchAll(/{{context\.(\w+)}}/g)].map(([, name]) => name);
  expect(named).toEqual(['reason', 'alertUrl']);
  expect(CONTEXT_VARIABLES.map(({ name }) => name)).toEqual(expect.arrayContaining(named));
});

test('what the events do not tell is left out', () => {
  const bare = events.map(({ _id, _index, _source }) => ({
    _id,
    _index,
    _source: { '@timestamp': _source['@timestamp'] },
  }));
  expect(Object.keys(contextOf(bare)).sort()).toEqual(
    [
      'alertId',
      'alertUrl',
      'compiledAt',
      'connectedAt',
      'detection',
      'executedAt',
      'reason',
      'ruleName',
      'severity',
    ].sort(),
  );
});

test('what lineage found without compiler and execution, and under another path', () => {
  const [, link, , connect] = events as [SourceEvent, SourceEvent, SourceEvent, SourceEvent];
  const story = [{ step: 'rename' as const, path: '/usr/bin/svc', event: link }];
  const alert = buildAlerts(
    [null, link, null, connect],
    recordedRule(),
    { ...recordedContext, finder: { uuid: 'ours', name: 'Recently compiled' } },
    { story },
  );
  const context = actionContext(alert);
  expect(context).toMatchObject({
    detection: 'lineage',
    binaryName: 'revsh',
    binaryPath: '/usr/bin/svc',
    compilerUserName: 'dev',
    destinationIp: '203.0.113.7',
    connectedAt: '2026-11-24T11:33:36.427Z',
  });
  for (const absent of ['compiledAt', 'executedAt', 'compilerName']) {
    expect(context).not.toHaveProperty(absent);
  }
});
