// SPDX-License-Identifier: Apache-2.0
import { calendarTime } from './calendar_time';

describe('calendarTime', () => {
  it.each([
    ['now', 1_772_359_200_000, 1_772_359_200_000],
    ['1970', 0, 0],
    ['before 1970', -1, -1],
    ['the last day there is', 8_640_000_000_000_000, 8_640_000_000_000_000],
    ['the day behind it', 8_640_000_000_000_001, undefined],
    ['no end', Infinity, undefined],
    ['no number', NaN, undefined],
    ['nothing', undefined, undefined],
  ])('takes %s as it should', (_, time, expected) => {
    expect(calendarTime(time)).toBe(expected);
  });
});
