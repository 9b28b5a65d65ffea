// SPDX-License-Identifier: Apache-2.0
import type { EventDocument } from '../../common/search';
import { joinKey, type Miss, type MissReason } from '../../common/sequence';
import { NearestMisses } from './nearest_misses';

const document = (_id: string): EventDocument => ({ _id, _source: {} });

/** A miss that had so many events, of a name. */
const missOf = (
  name: string,
  length: number,
  reason: MissReason = 'expired',
): Miss<EventDocument> => ({
  key: joinKey([name]),
  events: Array.from({ length }, (_, i) => document(`${name}-${i}`)),
  reason,
});

const nearestOf = (misses: readonly Miss<EventDocument>[]): string[] => {
  const nearest = new NearestMisses();
  misses.forEach((miss) => nearest.add(miss));
  return nearest.nearest.map(({ key, events }) => `${String(key.values[0])}${events.length}`);
};

describe('NearestMisses', () => {
  it.each<[string, Miss<EventDocument>[], string[]]>([
    ['nothing', [], []],
    [
      'those with the most events first',
      [missOf('a', 1), missOf('b', 3), missOf('c', 2)],
      ['b3', 'c2', 'a1'],
    ],
    [
      'no more than five',
      [1, 2, 3, 4, 5, 6, 7].map((n) => missOf('x', n)),
      ['x7', 'x6', 'x5', 'x4', 'x3'],
    ],
    ['none in whose place a newer one came', [missOf('a', 2, 'replaced'), missOf('b', 1)], ['b1']],
    [
      'those that ended in any other way',
      [missOf('a', 1, 'ended'), missOf('b', 1, 'contradicted'), missOf('c', 1, 'unfinished')],
      ['a1', 'b1', 'c1'],
    ],
  ])('keep %s', (_, misses, expected) => {
    expect(nearestOf(misses)).toEqual(expected);
  });

  it('keep one of those that the same event ended at under several keys', () => {
    const last = document('gcc');
    const misses = ['gcc', '-o', 'x'].map((name): Miss<EventDocument> => ({
      key: joinKey([name]),
      events: [last],
      reason: 'expired',
    }));
    expect(nearestOf(misses)).toEqual(['x1']);
  });
});
