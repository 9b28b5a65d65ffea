// SPDX-License-Identifier: Apache-2.0
import type { SourceEvent } from '../../common/alerts';
import { allSequences, LARGEST_PAGE_SIZE, PAGE_SIZE, type SequenceBatch } from './all_sequences';
import type { TimeRange } from './time_range';

const MAXSPAN = 60_000;
const LASTS = 4_000;

const event = (id: string, time: number): SourceEvent => ({
  _id: id,
  _index: 'events',
  _source: { '@timestamp': new Date(time).toISOString() },
});

/** Answers as Elasticsearch does: whole sequences inside the range, no more than the size. */
const searchOver = (ends: readonly number[]) => {
  const asked: { range: TimeRange; size: number }[] = [];
  const search = async ({ range, size }: { range: TimeRange; size: number }) => {
    asked.push({ range, size });
    const sequences = ends
      .map((end, i) => [event(`${i}a`, end - LASTS), event(`${i}b`, end)])
      .filter((_, i) => ends[i]! - LASTS >= range.from && ends[i]! <= range.to)
      .slice(0, size);
    return { sequences, isFull: sequences.length >= size };
  };
  return { search, asked };
};

const collect = async (range: TimeRange, search: ReturnType<typeof searchOver>['search']) => {
  const batches: SequenceBatch[] = [];
  for await (const batch of allSequences(range, { maxspan: MAXSPAN, search })) {
    batches.push(batch);
  }
  return batches;
};

const idsOf = (batches: readonly SequenceBatch[]): string[] =>
  batches.flatMap(({ sequences }) => sequences.map(({ events }) => events[0]!._id));

const evenly = (count: number, { from, to }: TimeRange): number[] =>
  Array.from({ length: count }, (_, i) => from + Math.floor(((to - from) * i) / (count - 1)));

const hour = { from: 1_000_000, to: 1_000_000 + 3_600_000 };

test('looks back by maxspan, and answers with what ends in the range only', async () => {
  const { search, asked } = searchOver([hour.from + LASTS, hour.from, hour.from - 1, hour.to]);
  const batches = await collect(hour, search);
  expect(asked).toEqual([{ range: { from: hour.from - MAXSPAN, to: hour.to }, size: PAGE_SIZE }]);
  expect(idsOf(batches)).toEqual(['1a', '0a', '3a']);
  expect(batches[0]?.isCut).toBe(false);
});

test('finds each of many sequences once, oldest first', async () => {
  const ends = evenly(PAGE_SIZE * 5, hour);
  const batches = await collect(hour, searchOver(ends).search);
  expect(idsOf(batches)).toEqual(ends.map((_, i) => `${i}a`));
  expect(batches.some(({ isCut }) => isCut)).toBe(false);
});

test('finds more than a page within maxspan', async () => {
  const ends = evenly(PAGE_SIZE * 3, { from: hour.from + 900_000, to: hour.from + 901_000 });
  expect(idsOf(await collect(hour, searchOver(ends).search))).toHaveLength(ends.length);
});

test('says where there is more than can be fetched, and goes on behind it', async () => {
  const burst = Array<number>(LARGEST_PAGE_SIZE + 1).fill(hour.from + 500_000);
  const batches = await collect(hour, searchOver([...burst, hour.to - 1]).search);
  const cut = batches.filter(({ isCut }) => isCut);
  expect(cut.length).toBeGreaterThan(0);
  expect(cut.every(({ range }) => range.to - range.from < MAXSPAN)).toBe(true);
  expect(idsOf(batches)).toContain(`${burst.length}a`);
});
