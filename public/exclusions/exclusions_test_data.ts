// SPDX-License-Identifier: Apache-2.0
import type { AlertResponse, ExclusionItem } from '../../common/api';

/** An exclusion as the server tells it: recorded from Kibana 8.12.2, in the words of our API. */
export const CI_ITEM: ExclusionItem = {
  itemId: 'ci-runner',
  name: 'CI',
  description: 'CI hosts',
  entries: [
    { field: 'host.name', operator: 'included', type: 'match_any', value: ['ci-1', 'ci-2'] },
    { field: 'process.executable', operator: 'included', type: 'wildcard', value: '/builds/*' },
  ],
  osTypes: ['linux'],
  tags: [],
  expireTime: '2027-01-01T00:00:00.000Z',
  inForce: true,
  scope: 'event',
  words:
    'Hides every event where host.name is one of ci-1, ci-2 and process.executable matches /builds/* on linux hosts.',
  comments: [{ text: 'ticket 1', by: 'elastic', at: '2026-11-24T11:39:39.447Z' }],
  createdBy: 'elastic',
  createdAt: '2026-11-24T11:39:39.447Z',
  updatedBy: 'elastic',
  updatedAt: '2026-11-24T11:39:39.447Z',
  version: 'WzMsM10=',
};

export const OLD_ITEM: ExclusionItem = {
  ...CI_ITEM,
  itemId: 'old',
  name: 'Old laboratory',
  entries: [{ field: 'host.name', operator: 'included', type: 'match', value: 'lab-9' }],
  words: 'Hides every event where host.name is lab-9 on linux hosts.',
  expireTime: '2026-01-01T00:00:00.000Z',
  inForce: false,
  comments: [],
};

/** An item that Security's own page can hold and nobody can apply. */
export const UNREADABLE_ITEM: ExclusionItem = {
  ...CI_ITEM,
  itemId: 'odd',
  name: 'Odd',
  entries: [{ field: 'host.name', operator: 'included', type: 'range', value: '1' }],
  scope: null,
  words: null,
};

const event = (stage: AlertResponse['events'][number]['stage'], source: object) => ({
  stage,
  id: `id-of-${stage}`,
  index: 'logs-endpoint.events',
  source: { host: { name: 'lab1' }, ...source },
  problem: null,
});

/** The events of an alert, as far as an exclusion can be made of them. */
export const ALERT_EVENTS: AlertResponse['events'] = [
  event('compile', { process: { name: 'gcc', args: ['gcc', '-o', 'rs', 'rs.c'] } }),
  event('link', { file: { path: '/home/dev/rs' }, process: { name: 'ld' } }),
  event('execute', { process: { name: 'rs', executable: '/home/dev/rs' } }),
  event('connect', {
    process: { name: 'rs', executable: '/home/dev/rs' },
    destination: { ip: '203.0.113.7', port: 4444 },
  }),
];

export const ALERT: AlertResponse['alert'] = {
  id: 'a1',
  detectedAt: '2026-11-24T11:41:15.000Z',
  startedAt: '2026-11-24T11:40:00.000Z',
  status: 'open',
  severity: 'medium',
  riskScore: 47,
  reason: null,
  ruleName: null,
  ruleUuid: null,
  foundBy: 'recently-compiled',
  detection: 'published',
  hostId: 'h1',
  hostName: 'lab1',
  userName: 'dev',
  compiler: 'gcc',
  compileCommand: 'gcc -o rs rs.c',
  binaryPath: '/home/dev/rs',
  binaryHash: null,
  processName: 'rs',
  destinationIp: '203.0.113.7',
  destinationPort: 4444,
  delayMs: 9000,
};
