// SPDX-License-Identifier: Apache-2.0
import { formatCount, formatDuration, formatTime, formatZone } from './format_values';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('formatTime', () => {
  it.each([
    ['a time of the day', new Date(2026, 10, 24, 12, 57, 30, 999), '2026-11-24 12:57:30'],
    ['small numbers', new Date(2026, 0, 2, 3, 4, 5), '2026-01-02 03:04:05'],
  ])('writes %s in the zone of the viewer', (_, time, expected) => {
    expect(formatTime(time.getTime())).toBe(expected);
  });
});

describe('formatZone', () => {
  it.each([
    [0, 'UTC'],
    [-120, 'UTC+02:00'],
    [-330, 'UTC+05:30'],
    [210, 'UTC-03:30'],
    [720, 'UTC-12:00'],
  ])('names a zone whose clocks differ by %d minutes', (offset, expected) => {
    const spy = jest.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(offset);
    expect(formatZone(0)).toBe(expected);
    spy.mockRestore();
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0.00 s'],
    [20, '0.02 s'],
    [999, '1.00 s'],
    [SECOND, '1.0 s'],
    [4_149, '4.1 s'],
    [59_940, '59.9 s'],
    [MINUTE, '1 min 0 s'],
    [MINUTE + 5 * SECOND, '1 min 5 s'],
    [HOUR - 1, '59 min 59 s'],
    [2 * HOUR + 10 * MINUTE, '2 h 10 min'],
    [DAY - 1, '23 h 59 min'],
    [3 * DAY + 4 * HOUR, '3 d 4 h'],
    [1000 * DAY, '1000 d 0 h'],
  ])('says %d ms as people do', (milliseconds, expected) => {
    expect(formatDuration(milliseconds)).toBe(expected);
  });
});

describe('formatCount', () => {
  it.each([
    [0, 'event', undefined, '0 events'],
    [1, 'event', undefined, '1 event'],
    [2, 'event', undefined, '2 events'],
    [1_234_567, 'event', undefined, '1,234,567 events'],
    [1, 'match', 'matches', '1 match'],
    [3, 'match', 'matches', '3 matches'],
  ])('counts %d %s', (count, noun, plural, expected) => {
    expect(formatCount(count, noun, plural)).toBe(expected);
  });
});
