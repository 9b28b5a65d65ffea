// SPDX-License-Identifier: Apache-2.0
import { isFirstTime, LEADS_TO_SEQUENCE } from './first_time';

const START = '2026-11-24T12:00:00.000Z';
const BEFORE = '2026-11-24T11:30:00.000Z';
const alerts = (firstSeen: string | null) => ({
  count: firstSeen === null ? 0 : 1,
  firstSeen,
  lastSeen: firstSeen,
  newest: [],
});
const events = (firstSeen: string, isLowerBound = false) => ({
  count: 3,
  isLowerBound,
  hosts: 1,
  firstSeen,
  lastSeen: START,
  from: '2026-11-17T12:00:00.000Z',
  to: '2026-12-01T12:00:00.000Z',
});

test.each([
  ['nothing before the sequence', alerts(null), events(START), true],
  ['later alerts only', alerts('2026-11-24T13:00:00.000Z'), events(START), true],
  ['an event before it', alerts(null), events(BEFORE), false],
  ['an alert before it', alerts(BEFORE), events(START), false],
  ['an alert before it, events unknown', alerts(BEFORE), null, false],
  ['events unknown', alerts(null), null, undefined],
  ['alerts unknown', null, events(START), undefined],
  ['a search that did not see all', alerts(null), events(START, true), undefined],
])('%s', (_, ofAlerts, ofEvents, expected) => {
  expect(isFirstTime({ alerts: ofAlerts, events: ofEvents }, START)).toBe(expected);
});

test('without the time of the sequence nothing is known', () => {
  expect(isFirstTime({ alerts: alerts(null), events: events(BEFORE) }, null)).toBeUndefined();
});

test('a moment before is before, unless it may have led to the sequence', () => {
  const part = { alerts: alerts(null), events: events('2026-11-24T11:59:30.000Z') };
  expect(isFirstTime(part, START)).toBe(false);
  expect(isFirstTime(part, START, LEADS_TO_SEQUENCE)).toBe(true);
});
