// SPDX-License-Identifier: Apache-2.0
/** A stream of the recorded events gives what a search over them gives. */
import path from 'node:path';
import { parseQuery } from '../../common/eql/parser';
import { bindQuery } from '../../common/eql/verify/bind_query';
import { createDetector, timestampReader, type EventDocument } from '../../common/search';
import { filesIn, readSuite, type ConformanceCase } from './conformance_files';

const files = filesIn(path.join(__dirname, 'data'), 'ecs');
if (!files) {
  throw new Error('The recordings are missing');
}
const { events, schema, cases } = readSuite(files);

const fieldOf = (name: string) => {
  const field = schema.field(name);
  if (!field) {
    throw new Error(`There is no field ${name}`);
  }
  return field;
};

const timeOf = timestampReader(fieldOf('@timestamp'));
const tiebreaker = fieldOf('event.sequence');

interface Timed {
  readonly event: EventDocument;
  readonly time: number;
}

const timed = events.flatMap((event): Timed[] => {
  const time = timeOf(event);
  return time === undefined ? [] : [{ event, time }];
});

const inOrder = [...timed].sort((a, b) => a.time - b.time);

/**
 * Each moment up to two seconds late, in a way that looks like chance and is always the same. What happened
 * at once stays in order, because some answers depend on that.
 */
const SLACK = 2000;
const disordered = timed
  .map((one) => ({ ...one, arrival: one.time + ((Math.floor(one.time / 1000) * 997) % SLACK) }))
  .sort((a, b) => a.arrival - b.arrival);

/** Cases that ask for all sequences, in an order that the tiebreaker settles. */
const comparable = cases.filter(
  ({ query, expect: answer, params, tags }: ConformanceCase) =>
    answer.kind === 'sequences' &&
    /^\s*sequence/.test(query) &&
    params['tiebreaker_field'] === 'event.sequence' &&
    Number(params['size']) >= 200 &&
    !tags.some((tag) => tag === 'server-quirk' || tag.startsWith('artefact:')) &&
    // Events without a tiebreaker: what a server sees of them depends on how it fetches.
    !query.includes('scn == "tb"') &&
    ['filter', 'fields', 'runtime_mappings', 'timestamp_field'].every((name) => !(name in params)),
);

const row = (
  keys: readonly unknown[] | null | undefined,
  ids: readonly (string | null)[],
): string => `${JSON.stringify(keys ?? null)} ${ids.map((id) => id ?? '-').join(' > ')}`;

const wanted = ({ expect: answer }: ConformanceCase): string[] =>
  answer.kind === 'sequences'
    ? answer.sequences.map(({ join_keys: keys, ids }) => row(keys, ids)).sort()
    : [];

const stream = (
  { query }: ConformanceCase,
  arriving: readonly Timed[],
  slack: number,
  countAll: boolean,
): string[] => {
  const detector = createDetector(bindQuery(parseQuery(query), schema), {
    schema,
    now: Date.UTC(2026, 0, 1),
    categoryField: 'event.category',
    tiebreaker,
    slack,
    maxInFlight: 100_000,
    countAll,
  });
  const found = arriving.flatMap(({ event, time }) =>
    detector.push({ timestamp: time, mayBegin: detector.canBegin(event), read: () => event }),
  );
  found.push(...detector.finish());
  expect(detector.stats.late).toBe(0);
  return found
    .map(({ joinKeys, events: ids }) =>
      row(
        joinKeys,
        ids.map((event) => event?._id ?? null),
      ),
    )
    .sort();
};

describe('a stream of events gives what a search gives', () => {
  it('also where the events are out of order', () => {
    expect(disordered.map(({ time }) => time)).not.toEqual(inOrder.map(({ time }) => time));
  });

  it('for many cases', () => {
    expect(comparable.length).toBeGreaterThan(150);
  });

  it.each([
    ['in order of time', inOrder, 0, false],
    ['in order of time, all of them read', inOrder, 0, true],
    ['out of order, within the slack', disordered, SLACK, false],
  ])('%s', (_, arriving, slack, countAll) => {
    const wrong = comparable.filter(
      (one) => stream(one, arriving, slack, countAll).join('\n') !== wanted(one).join('\n'),
    );
    expect(wrong.map(({ id, query }) => `${id}: ${query}`)).toEqual([]);
  });
});
