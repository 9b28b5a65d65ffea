// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import type { StreamedEvent } from '../../common/search';
import { mergeFeeds, type Feed } from './merge_feeds';
import { collect } from './source_test_helpers';

const eventAt = (timestamp: number): StreamedEvent => ({
  timestamp,
  mayBegin: true,
  read: () => undefined,
});

/** A feed that gives its batches and says when it is opened. */
const feedOf = (
  batches: readonly (readonly number[])[],
  { firstTimestamp = Math.min(...batches.flat()), onOpen = (): void => undefined } = {},
): Feed => ({
  firstTimestamp,
  events: async function* () {
    onOpen();
    for (const batch of batches) {
      yield batch.map(eventAt);
    }
  },
});

const merge = async (feeds: readonly Feed[]): Promise<number[]> =>
  (await collect(mergeFeeds(feeds))).flat().map(({ timestamp }) => timestamp);

describe('mergeFeeds', () => {
  it.each<[string, number[][][], number[]]>([
    ['no feed', [], []],
    ['a feed without events', [[]], []],
    ['one feed, in its own order', [[[3, 1], [2]]], [3, 1, 2]],
    ['two feeds', [[[1, 4], [6]], [[2, 3, 5]]], [1, 2, 3, 4, 5, 6]],
    ['feeds in the wrong order', [[[5, 6]], [[1, 2]]], [1, 2, 5, 6]],
    [
      'feeds that follow one another',
      [
        [[1], [2]],
        [[3], [4]],
      ],
      [1, 2, 3, 4],
    ],
    ['a feed without events among others', [[[1]], [], [[0]]], [0, 1]],
    [
      'feeds with batches that hold nothing',
      [
        [[], [1], [], [3]],
        [[2], []],
      ],
      [1, 2, 3],
    ],
    ['a feed that is out of order', [[[1, 9, 3]], [[2, 4]]], [1, 2, 4, 9, 3]],
  ])('merges %s', async (_, feeds, expected) => {
    expect(await merge(feeds.map((batches) => feedOf(batches)))).toEqual(expected);
  });

  it('loses nothing, and keeps order among feeds that are in order', async () => {
    const feed = fc.array(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 5 }));
    await fc.assert(
      fc.asyncProperty(fc.array(feed, { maxLength: 5 }), async (feeds) => {
        const ordered = feeds.map((batches) => {
          const sorted = batches.flat().sort((a, b) => a - b);
          return batches.map((batch) => sorted.splice(0, batch.length));
        });
        expect(await merge(ordered.map((batches) => feedOf(batches)))).toEqual(
          feeds.flat(2).sort((a, b) => a - b),
        );
      }),
    );
  });

  it('opens a feed only when its time has come', async () => {
    const opened: string[] = [];
    const open = (name: string) => () => {
      opened.push(name);
    };
    const merged = mergeFeeds([
      feedOf([[100]], { onOpen: open('later') }),
      feedOf([[1], [2]], { onOpen: open('first') }),
    ]);
    await merged.next();
    await merged.next();
    expect(opened).toEqual(['first']);
    await merged.next();
    expect(opened).toEqual(['first', 'later']);
  });

  it('opens a feed of which no time is known at once', async () => {
    expect(await merge([feedOf([[1], [5]]), feedOf([[3]], { firstTimestamp: -Infinity })])).toEqual(
      [1, 3, 5],
    );
  });

  it('passes on why a feed can not be read', async () => {
    const broken: Feed = {
      firstTimestamp: 0,
      events: async function* () {
        yield [eventAt(0)];
        throw new RangeError('unplugged');
      },
    };
    await expect(merge([broken, feedOf([[1]])])).rejects.toThrow(new RangeError('unplugged'));
  });
});
