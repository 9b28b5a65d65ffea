// SPDX-License-Identifier: Apache-2.0
import type { AlertResponse } from '../../common/api';

const event = (
  time: string,
  category: string,
  action: string,
  fields: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => ({
  '@timestamp': time,
  event: { category: [category], type: ['start'], action },
  host: { id: 'lab1', name: 'lab1', os: { type: 'linux' } },
  user: { name: 'dev' },
  ...fields,
});

const PROGRAM = { name: 'revsh', executable: '/home/dev/revsh', pid: 30, entity_id: 'revsh-1' };

/** The events of a sequence that the published rule finds, four seconds long. */
export const SEQUENCE = [
  event('2026-11-24T11:55:00.000Z', 'process', 'exec', {
    process: { name: 'gcc', args: ['gcc', '-o', 'revsh', 'x.c'], pid: 10 },
  }),
  event('2026-11-24T11:55:01.000Z', 'file', 'creation', {
    process: { name: 'ld', pid: 20 },
    file: { name: 'revsh', path: '/home/dev/revsh' },
  }),
  event('2026-11-24T11:55:02.000Z', 'process', 'exec', { process: PROGRAM }),
  event('2026-11-24T11:55:04.000Z', 'network', 'connection_attempted', {
    process: PROGRAM,
    destination: { ip: '203.0.113.7', port: 4444 },
  }),
] as const;

const STAGES = ['compile', 'link', 'execute', 'connect'] as const;

/** An alert about events, as our server answers with it. */
export const alertAbout = (
  events: readonly Readonly<Record<string, unknown>>[],
  changes: Partial<AlertResponse['alert']> = {},
): AlertResponse => ({
  alert: {
    id: 'a1',
    detectedAt: '2026-11-24T12:00:00.000Z',
    startedAt: '2026-11-24T11:55:00.000Z',
    status: 'open',
    severity: 'medium',
    riskScore: 47,
    reason: 'revsh connected',
    ruleName: 'Rule',
    ruleUuid: 'r1',
    foundBy: 'recently-compiled',
    detection: 'published',
    hostId: 'lab1',
    hostName: 'lab1',
    userName: 'dev',
    compiler: 'gcc',
    compileCommand: 'gcc -o revsh x.c',
    binaryPath: '/home/dev/revsh',
    binaryHash: null,
    processName: 'revsh',
    destinationIp: '203.0.113.7',
    destinationPort: 4444,
    delayMs: 4000,
    ...changes,
  },
  shell: {},
  blocks: [],
  events: events.map((source, i) => ({
    stage: STAGES[i] ?? null,
    id: `e${i}`,
    index: 'logs-endpoint.events.process-default',
    source,
    problem: null,
  })),
  fileStory: [],
  fileEvents: null,
  ancestors: null,
  related: { binary: null, destination: null, hostUser: null },
});
