// SPDX-License-Identifier: Apache-2.0
import type { SequenceAlert, SourceEvent } from '../../../common/alerts';
import { Failure } from '../../failure';
import type { FoundSequence } from '../../search/all_sequences';
import type { Slice } from './plan_ranges';
import { searchAndWrite, type Steps } from './search_and_write';

const event = (id: string, time: number): SourceEvent => ({
  _id: id,
  _index: 'events',
  _source: { '@timestamp': new Date(time).toISOString() },
});

const sequence = (end: number, ids = [`${end}-exec`, `${end}-connect`]): SourceEvent[] => [
  event(`${end}-compile`, end - 3),
  event(`${end}-link`, end - 2),
  event(ids[0]!, end - 1),
  event(ids[1]!, end),
];

const timeOf = ({ _source }: SourceEvent): number => Date.parse(_source['@timestamp'] as string);

const alertOf = ({ events }: FoundSequence): SequenceAlert => ({
  blocks: [],
  shell: { _id: events[0]!._id, _source: {} },
});

const busy = new Failure('busy', { message: 'No answer', remedy: 'Wait' });

/** Steps over sequences that lie ready; what is written counts as there for the next run. */
const stepsOver = (
  sequences: SourceEvent[][],
  options: Partial<Steps> = {},
  there = new Set<string>(),
) => {
  const steps: Steps = {
    maxSignals: 100,
    hides: () => false,
    shouldEnd: () => false,
    find: async function* (range) {
      const found = sequences
        .map((events) => ({ events, endsAt: timeOf(events.at(-1)!) }))
        .filter(({ endsAt }) => range.from <= endsAt && endsAt <= range.to)
        .sort((one, other) => one.endsAt - other.endsAt);
      yield { range, isCut: false, sequences: found };
    },
    write: async (found, room) => {
      const fresh = found.filter((one) => !there.has(alertOf(one).shell._id));
      const created = fresh.slice(0, room).map(alertOf);
      created.forEach(({ shell }) => there.add(shell._id));
      return {
        created,
        alreadyThere: found.length - fresh.length,
        waiting: fresh.slice(room),
        failure: undefined,
      };
    },
    ...options,
  };
  return steps;
};

const slice = (from: number, to: number, isLate = false): Slice => ({
  range: { from, to },
  isLate,
});

const idsOf = (created: readonly SequenceAlert[]): string[] =>
  created.map(({ shell }) => shell._id);

test('writes what each slice holds, oldest first, and comes to the end', async () => {
  const steps = stepsOver([sequence(250), sequence(150), sequence(199), sequence(200)]);
  const progress = await searchAndWrite([slice(100, 199), slice(200, 299)], steps);
  expect(idsOf(progress.created)).toEqual(
    ['150', '199', '200', '250'].map((end) => `${end}-compile`),
  );
  expect(progress).toMatchObject({ sequences: 4, searchedTo: 299, unfinished: undefined });
});

test('one execution and connection count once, whichever compilation was chosen', async () => {
  const twice = [sequence(150), sequence(151, ['150-exec', '150-connect'])];
  const progress = await searchAndWrite([slice(100, 199)], stepsOver(twice));
  expect(progress).toMatchObject({ sequences: 1, alreadyThere: 0 });
});

test('a connection without its execution counts once, with or without it', async () => {
  const [compile, link, , connect] = sequence(150);
  const without = { events: [compile!, link!, null, connect!], endsAt: 150 };
  const whole = { events: sequence(150), endsAt: 150 };
  for (const sequences of [
    [whole, without],
    [without, whole],
  ]) {
    const steps = stepsOver([], {
      find: async function* (range) {
        yield { range, sequences, isCut: false };
      },
    });
    expect(await searchAndWrite([slice(100, 199)], steps)).toMatchObject({ sequences: 1 });
  }
});

test('goes on where it was full, until all are written', async () => {
  const all = Array.from({ length: 25 }, (_, i) => sequence(110 + i));
  const there = new Set<string>();
  const steps = stepsOver(all, { maxSignals: 10 }, there);
  const first = await searchAndWrite([slice(100, 199)], steps);
  expect(first.created).toHaveLength(10);
  expect(first).toMatchObject({
    searchedTo: 120,
    unfinished: { reason: 'full', waiting: 15, isAll: true },
  });
  await searchAndWrite([slice(first.searchedTo!, 199)], steps);
  const third = await searchAndWrite([slice(first.searchedTo!, 199)], steps);
  expect(third).toMatchObject({ alreadyThere: 10, unfinished: undefined });
  expect(there.size).toBe(25);
});

test('says that more may wait where not everything was searched', async () => {
  const steps = stepsOver([sequence(150), sequence(151), sequence(250)], { maxSignals: 1 });
  const progress = await searchAndWrite([slice(100, 199), slice(200, 299)], steps);
  expect(progress.unfinished).toEqual({ reason: 'full', waiting: 1, isAll: false });
});

test('exactly as many as may be written leave nothing waiting', async () => {
  const steps = stepsOver([sequence(150)], { maxSignals: 1 });
  const progress = await searchAndWrite([slice(100, 199), slice(200, 299)], steps);
  expect(progress).toMatchObject({ searchedTo: 299, unfinished: undefined });
});

test('late times do not move the place where the next run goes on', async () => {
  const steps = stepsOver([sequence(50), sequence(51)], { maxSignals: 1 });
  const progress = await searchAndWrite([slice(0, 60, true), slice(100, 199)], steps);
  expect(progress).toMatchObject({ searchedTo: undefined, unfinished: { reason: 'full' } });
});

test('stops between slices when the time is over', async () => {
  const answers = [false, true];
  const steps = stepsOver([sequence(150), sequence(250)], { shouldEnd: () => answers.shift()! });
  const progress = await searchAndWrite([slice(100, 199), slice(200, 299)], steps);
  expect(progress.created).toHaveLength(1);
  expect(progress).toMatchObject({ searchedTo: 199, unfinished: { reason: 'time', left: 100 } });
});

test('keeps what it has written when a later search fails', async () => {
  const { find, ...others } = stepsOver([sequence(150), sequence(250)]);
  const steps: Steps = {
    ...others,
    find: async function* (range) {
      if (range.to > 200) {
        throw busy;
      }
      yield* find(range);
    },
  };
  const progress = await searchAndWrite([slice(100, 199), slice(200, 299)], steps);
  expect(progress.created).toHaveLength(1);
  expect(progress).toMatchObject({
    searchedTo: 199,
    unfinished: { reason: 'failure', failure: busy },
  });
});

test('keeps those that were written before the others failed', async () => {
  const steps = stepsOver([sequence(150), sequence(160)]);
  const write: Steps['write'] = async (found, room) => ({
    ...(await steps.write(found.slice(0, 1), room)),
    failure: busy,
  });
  const progress = await searchAndWrite([slice(100, 199)], { ...steps, write });
  expect(idsOf(progress.created)).toEqual(['150-compile']);
  expect(progress).toMatchObject({
    searchedTo: undefined,
    unfinished: { reason: 'failure', failure: busy },
  });
});

test('a mistake of ours is no failure of the run', async () => {
  const steps = stepsOver([sequence(150)], {
    hides: () => {
      throw new TypeError('mistake');
    },
  });
  await expect(searchAndWrite([slice(100, 199)], steps)).rejects.toThrow(TypeError);
});

test('counts what exclusions hide, and does not write it', async () => {
  const steps = stepsOver([sequence(150), sequence(160)], {
    hides: (events) => events[0]!._id.startsWith('150'),
  });
  const progress = await searchAndWrite([slice(100, 199)], steps);
  expect(idsOf(progress.created)).toEqual(['160-compile']);
  expect(progress).toMatchObject({ sequences: 2, excluded: 1 });
});
