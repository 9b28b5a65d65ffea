// SPDX-License-Identifier: Apache-2.0
import type { SourceEvent } from '../../common/alerts';
import { allChains } from './all_chains';
import type { SequenceBatch } from './all_sequences';
import type { FoundChain, LineageAnswer } from './lineage_search';
import type { TimeRange } from './time_range';

const event = (id: string, time: number): SourceEvent => ({
  _id: id,
  _index: 'events',
  _source: { '@timestamp': new Date(time).toISOString() },
});

/** Linked 50 milliseconds before it connects. */
const chain = (connects: number): FoundChain => ({
  compile: null,
  link: event(`${connects}-link`, connects - 50),
  execute: null,
  connect: event(`${connects}-connect`, connects),
  story: [],
});

const WINDOW = 100;

/** Searches chains that lie ready, at most so many in one answer; tells in which ranges it was asked. */
const over = (connections: readonly number[], most = Infinity) => {
  const asked: TimeRange[] = [];
  const search = async (range: TimeRange): Promise<LineageAnswer> => {
    asked.push(range);
    const inside = connections.filter((time) => range.from <= time - 50 && time <= range.to);
    return { chains: inside.slice(0, most).map(chain), isCut: inside.length > most };
  };
  return { asked, options: { window: WINDOW, search } };
};

const all = async (batches: AsyncGenerator<SequenceBatch>): Promise<SequenceBatch[]> => {
  const found: SequenceBatch[] = [];
  for await (const batch of batches) {
    found.push(batch);
  }
  return found;
};

test('looks back by the window, and takes what connects in the range, oldest first', async () => {
  const { asked, options } = over([1_400, 1_010, 990, 2_001]);
  const batches = await all(allChains({ from: 1_000, to: 2_000 }, options));
  expect(asked).toEqual([{ from: 900, to: 2_000 }]);
  expect(batches.map(({ isCut }) => isCut)).toEqual([false]);
  expect(batches[0]?.sequences.map(({ endsAt }) => endsAt)).toEqual([1_010, 1_400]);
  expect(batches[0]?.sequences[0]).toMatchObject({
    events: [null, { _id: '1010-link' }, null, { _id: '1010-connect' }],
    lineage: { story: [] },
  });
});

test('searches what was cut in halves, until nothing is missing', async () => {
  const connections = [1_100, 1_300, 1_700, 1_900];
  const { options } = over(connections, 2);
  const batches = await all(allChains({ from: 1_000, to: 2_000 }, options));
  expect(batches.flatMap(({ sequences }) => sequences.map(({ endsAt }) => endsAt))).toEqual(
    connections,
  );
  expect(batches.some(({ isCut }) => isCut)).toBe(false);
});

test('says what is cut where a half would be shorter than the window', async () => {
  const { asked, options } = over([1_050, 1_051, 1_052], 1);
  const batches = await all(allChains({ from: 1_000, to: 1_399 }, options));
  // The second looks back over the first, so that it can not know whether all that is missing is before it.
  expect(batches.filter(({ isCut }) => isCut).map(({ range }) => range)).toEqual([
    { from: 1_000, to: 1_099 },
    { from: 1_100, to: 1_199 },
  ]);
  expect(asked.length).toBeLessThan(10);
});
