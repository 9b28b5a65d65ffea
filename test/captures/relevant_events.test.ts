// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { EVENT_SCHEMA } from '../../common/ecs';
import { DEFAULT_RULE_PARAMS, relevantEvents, type RuleParams } from '../../common/rule';
import { compileQueryDsl, type EventDocument } from '../../common/search';
import { findLineage } from '../quality/measure';
import { openRecordings } from './recordings';

const recordings = openRecordings(path.join(__dirname, 'data'));

const PUBLISHED: RuleParams = { ...DEFAULT_RULE_PARAMS, detection: 'published' };

const isRelevant = (params: RuleParams = PUBLISHED) =>
  compileQueryDsl(relevantEvents(params), { schema: EVENT_SCHEMA, now: 0 });

/** The events of every sequence that a real Elasticsearch found with the published rule. */
const found: EventDocument[] = recordings.labels.flatMap(({ flow }) =>
  (['invoked', 'resolved'] as const).flatMap((mode) => {
    const byId = new Map(recordings.events(flow, mode).map((event) => [event._id, event]));
    return (['plain', 'tiebreaker'] as const).flatMap((ordering) =>
      recordings
        .answer(flow, mode, 'v6', ordering)
        .flatMap(({ event_ids: ids }) => ids.map((id) => byId.get(id)!)),
    );
  }),
);

test('every event of every sequence is relevant', () => {
  expect(found.length).toBeGreaterThan(0);
  expect(found.every((event) => event !== undefined)).toBe(true);
  expect(found.filter((event) => !isRelevant()(event))).toEqual([]);
});

test('most of what is recorded is not', () => {
  const all = recordings.labels.flatMap(({ flow }) => recordings.events(flow, 'invoked'));
  const relevant = all.filter(isRelevant());
  expect(relevant.length).toBeGreaterThan(0);
  expect(relevant.length).toBeLessThan(all.length);
});

const event = (
  category: string,
  type: string,
  action: string,
  { process = 'tool', os = 'linux' } = {},
): EventDocument => ({
  _id: '1',
  _index: 'events',
  _source: {
    '@timestamp': '2026-11-24T12:00:00.000Z',
    event: { category: [category], type: [type], action },
    host: { os: { type: os } },
    process: { name: process },
  },
});

test.each<[boolean, string, EventDocument]>([
  [true, 'a start', event('process', 'start', 'exec')],
  [false, 'a fork', event('process', 'start', 'fork')],
  [false, 'an end', event('process', 'end', 'exec')],
  [true, 'a file of a linker', event('file', 'creation', 'creation', { process: 'ld' })],
  [false, 'a file of another process', event('file', 'creation', 'creation', { process: 'cp' })],
  [false, 'a deleted file', event('file', 'deletion', 'deletion', { process: 'ld' })],
  [true, 'a connection', event('network', 'start', 'connection_attempted')],
  [false, 'an accepted connection', event('network', 'start', 'connection_accepted')],
  [false, 'a start on Windows', event('process', 'start', 'exec', { os: 'windows' })],
])('is %s for %s', (expected, _, one) => {
  expect(isRelevant()(one)).toBe(expected);
});

test('follows the linkers of the rule', () => {
  const mold = event('file', 'creation', 'creation', { process: 'mold' });
  expect(isRelevant()(mold)).toBe(false);
  expect(isRelevant({ ...PUBLISHED, linkers: ['mold'] })(mold)).toBe(true);
});

describe('to lineage', () => {
  const isToLineage = isRelevant({ ...DEFAULT_RULE_PARAMS, detection: 'lineage' });

  test('everything is that a chain consists of, and that tells of its file', () => {
    const needed = recordings.labels.flatMap(({ flow }) =>
      (['invoked', 'resolved'] as const).flatMap((mode) =>
        findLineage(recordings.events(flow, mode)).flatMap(({ events, story }) => [
          ...events.filter((one) => one !== null),
          ...story.map((step) => step.event),
        ]),
      ),
    );
    expect(needed.length).toBeGreaterThan(0);
    expect(needed.filter((one) => !isToLineage(one))).toEqual([]);
  });

  test.each<[boolean, string, EventDocument]>([
    [true, 'a start', event('process', 'start', 'exec')],
    [true, 'a fork', event('process', 'start', 'fork')],
    [true, 'a file of any process', event('file', 'creation', 'creation', { process: 'cp' })],
    [true, 'a rename', event('file', 'change', 'rename')],
    [false, 'a deleted file', event('file', 'deletion', 'deletion')],
    [true, 'a connection', event('network', 'start', 'connection_attempted')],
    [false, 'an end', event('process', 'end', 'end')],
    [false, 'a start on Windows', event('process', 'start', 'exec', { os: 'windows' })],
  ])('%s: %s', (expected, _, one) => {
    expect(isToLineage(one)).toBe(expected);
  });
});
