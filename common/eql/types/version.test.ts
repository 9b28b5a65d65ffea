// SPDX-License-Identifier: Apache-2.0
import { compareVersions } from './version';

const ORDERED = [
  '0',
  '1',
  '1.0',
  '1.0.0-1',
  '1.0.0-2',
  '1.0.0-10',
  '1.0.0-2000',
  '1.0.0-1e3',
  '1.0.0-alpha',
  '1.0.0-alpha.1',
  '1.0.0-alpha.2',
  '1.0.0-alpha.10',
  '1.0.0-alpha.beta',
  '1.0.0-beta',
  '1.0.0-rc.1',
  '1.0.0',
  '1.0.1',
  '1.2.3-beta',
  '1.2.3',
  '1.2.10',
  '1.10.0',
  '2.0.0',
  '8.9.0',
  '8.10.4',
  '8.10.4.1',
  '10.0.0',
  // Invalid ones come last, as texts.
  '.1',
  '1..2',
  '1.0.0 beta',
  'v1.0.0',
  'x',
];

const pairs = ORDERED.flatMap((a, i) => ORDERED.slice(i + 1).map((b) => [a, b] as const));

describe('compareVersions', () => {
  it('orders as the version field does', () => {
    const wrong = pairs.filter(
      ([a, b]) => !(compareVersions(a, b) < 0 && compareVersions(b, a) > 0),
    );
    expect(wrong).toEqual([]);
  });

  it.each(ORDERED)('%j equals itself', (version) => {
    expect(compareVersions(version, version)).toBe(0);
  });

  it('tells build metadata apart', () => {
    expect(compareVersions('1.0.0', '1.0.0+build.1')).not.toBe(0);
    expect(compareVersions('1.0.0+build.1', '1.0.1')).toBeLessThan(0);
  });
});
