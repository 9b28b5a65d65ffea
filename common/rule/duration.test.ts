// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { formatDuration, parseDuration } from './duration';
import { durationMs } from './param_durations';

describe('parseDuration', () => {
  it.each([
    ['1ms', 1],
    ['60s', 60_000],
    ['1m', 60_000],
    ['24h', 86_400_000],
    ['1d', 86_400_000],
    ['0s', 0],
  ])('reads %s', (text, milliseconds) => {
    expect(durationMs(text)).toBe(milliseconds);
  });

  it.each(['', '1', 's', '1 m', '1M', '1.5s', '-1s', '+1s', '1w', 'now-9m', '1m\n', '1e3s'])(
    'refuses %j',
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );
});

describe('formatDuration', () => {
  it.each([
    [1, '1ms'],
    [1_500, '1500ms'],
    [90_000, '90s'],
    [120_000, '2m'],
    [86_400_000, '1d'],
  ])('writes %d ms as %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });

  it('writes what can be read again', () => {
    fc.assert(
      fc.property(fc.nat(), (milliseconds) => {
        expect(durationMs(formatDuration(milliseconds))).toBe(milliseconds);
      }),
    );
  });
});
