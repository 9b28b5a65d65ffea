// SPDX-License-Identifier: Apache-2.0
import { toMilliseconds, type Duration } from './ast';

describe('toMilliseconds', () => {
  it.each<[Duration, number]>([
    [{ value: 7, unit: 'ms' }, 7],
    [{ value: 2, unit: 's' }, 2_000],
    [{ value: 1, unit: 'm' }, 60_000],
    [{ value: 3, unit: 'h' }, 10_800_000],
    [{ value: 1, unit: 'd' }, 86_400_000],
  ])('takes %j as %d', (duration, milliseconds) => {
    expect(toMilliseconds(duration)).toBe(milliseconds);
  });
});
