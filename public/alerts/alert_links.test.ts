// SPDX-License-Identifier: Apache-2.0
import { alertLinks } from './alert_links';
import type { SequenceEvent } from './sequence_events';

const ALERT = { id: 'a/1', detectedAt: '2026-11-24T12:00:00.000Z' };
const event = (id: string, index: string, time: string): SequenceEvent => ({
  stage: null,
  id,
  index,
  source: { '@timestamp': time },
  isCopy: false,
  problem: null,
});
const EVENTS = [
  event(
    'e"1',
    '.ds-logs-endpoint.events.process-default-2026.11.24-000001',
    '2026-11-24T11:55:00Z',
  ),
  event('e2', 'logs-endpoint.events.network-default', '2026-11-24T11:55:04Z'),
];
const CAPABILITIES = { siem: { show: true }, navLinks: { discover: true } };

test("Security's redirect names the alert, the index of its space and its time", () => {
  const { security } = alertLinks(ALERT, { 'kibana.space_ids': ['red'] }, EVENTS, CAPABILITIES);
  expect(security).toBe(
    '/app/security/alerts/redirect/a%2F1?index=.alerts-security.alerts-red&timestamp=2026-11-24T12%3A00%3A00.000Z',
  );
});

test('Discover opens with the events and their time, in their data streams', () => {
  const { discover = '' } = alertLinks(ALERT, {}, EVENTS, CAPABILITIES);
  const url = new URL(discover, 'http://kibana');
  expect(url.pathname).toBe('/app/r');
  expect(url.searchParams.get('l')).toBe('DISCOVER_APP_LOCATOR');
  expect(JSON.parse(url.searchParams.get('p') ?? '')).toEqual({
    dataViewSpec: {
      title: 'logs-endpoint.events.process-default,logs-endpoint.events.network-default',
      timeFieldName: '@timestamp',
    },
    query: { language: 'kuery', query: '_id: "e\\"1" or _id: "e2"' },
    timeRange: { from: '2026-11-24T11:54:00.000Z', to: '2026-11-24T11:56:04.000Z' },
  });
});

test('apps that the user may not open are not offered', () => {
  const nothing = { security: undefined, timeline: undefined, discover: undefined };
  expect(alertLinks(ALERT, {}, EVENTS, {})).toEqual(nothing);
  const denied = { siem: { show: false }, navLinks: { securitySolutionUI: true } };
  expect(alertLinks(ALERT, {}, EVENTS, denied)).toEqual(nothing);
});

test('without the time of an event there is nothing to open in Timeline or Discover', () => {
  const { timeline, discover } = alertLinks(ALERT, {}, [], CAPABILITIES);
  expect([timeline, discover]).toEqual([undefined, undefined]);
});
