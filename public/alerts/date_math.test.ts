// SPDX-License-Identifier: Apache-2.0
import moment from 'moment-timezone';
import { tellTimesAs } from '../time_in_words';
import { timeOf } from './date_math';

// A Tuesday, without a zone: days begin where the viewer is.
const NOW = new Date('2026-11-24T12:34:56.789').getTime();
const local = (text: string) => new Date(text);

test.each([
  ['now', '2026-11-24T12:34:56.789'],
  ['now-15m', '2026-11-24T12:19:56.789'],
  ['now-7d', '2026-11-17T12:34:56.789'],
  ['now+1h', '2026-11-24T13:34:56.789'],
  ['now-1M', '2026-10-24T12:34:56.789'],
  ['now-1y', '2025-11-24T12:34:56.789'],
  ['now/d', '2026-11-24T00:00:00.000'],
  ['now/w', '2026-11-22T00:00:00.000'],
  ['now/M', '2026-11-01T00:00:00.000'],
  ['now/y', '2026-01-01T00:00:00.000'],
  ['now/h', '2026-11-24T12:00:00.000'],
  ['now-1d/d', '2026-11-23T00:00:00.000'],
])('%s begins at %s', (text, expected) => {
  expect(timeOf(text, NOW)).toEqual(local(expected));
});

test.each([
  ['now', '2026-11-24T12:34:56.789'],
  ['now/d', '2026-11-24T23:59:59.999'],
  ['now/w', '2026-11-28T23:59:59.999'],
  ['now-1M/M', '2026-10-31T23:59:59.999'],
  ['now/m', '2026-11-24T12:34:59.999'],
])('%s ends at %s', (text, expected) => {
  expect(timeOf(text, NOW, true)).toEqual(local(expected));
});

test('an ISO time stands for itself', () => {
  expect(timeOf('2026-11-24T12:00:00.000Z', NOW)).toEqual(new Date(Date.UTC(2026, 10, 24, 12)));
});

test.each(['', 'yesterday', 'now-', 'now-7', 'now-7x', 'now d', '7', '2026-99-99', 'now-999999y'])(
  '[%s] is no time',
  (text) => {
    expect(timeOf(text, NOW)).toBeUndefined();
  },
);

describe('where the viewer has chosen another zone than that of the computer', () => {
  const LATE = Date.parse('2026-11-24T23:57:30.569Z');

  test.each([
    ['Asia/Shanghai', '2026-11-24T16:00:00.000Z', '2026-11-25T15:59:59.999Z'],
    ['America/New_York', '2026-11-24T05:00:00.000Z', '2026-11-25T04:59:59.999Z'],
  ])('today is the day of %s', (zone, begin, end) => {
    tellTimesAs({ zone, format: 'LLL' });
    expect(timeOf('now/d', LATE)?.toISOString()).toBe(begin);
    expect(timeOf('now/d', LATE, true)?.toISOString()).toBe(end);
  });
});

test('weeks begin on the day that Kibana has set', () => {
  tellTimesAs({ zone: 'UTC', format: 'LLL' });
  moment.updateLocale('en', { week: { dow: 1, doy: 6 } });
  expect(timeOf('now/w', Date.UTC(2026, 10, 24))?.toISOString()).toBe('2026-11-23T00:00:00.000Z');
  moment.updateLocale('en', null);
});
