// SPDX-License-Identifier: Apache-2.0
import type { LateEventsRequest, TopValuesRequest } from '../../server/search/event_index';
import { eventAt, START } from './chain_events';
import { SUBJECTS, type Subject, type WorldIndex } from './subjects';

const never = new AbortController().signal;
const MINUTE = 60_000;

const late = (offset: number, ingestedAfter: number, host = 'h1') =>
  eventAt(offset, { name: 'gcc', ingestedAfter, host });

describe.each(SUBJECTS)('what %s tells about events', (_, open) => {
  let subject: Subject;
  afterEach(() => subject.close());

  const openWith = async (...events: WorldIndex['events']): Promise<void> => {
    subject = await open([{ name: 'logs-contract', events }]);
  };
  const patterns = () => [subject.indexName('logs-contract')];
  const lateEvents = (request: Partial<LateEventsRequest> = {}) =>
    subject.events.lateEvents({
      indexPatterns: patterns(),
      ingested: { from: START + 60 * MINUTE, to: START + 120 * MINUTE },
      happened: { from: START - 60 * MINUTE, to: START + 30 * MINUTE },
      filter: { match_all: {} },
      resolution: MINUTE,
      signal: never,
      ...request,
    });
  const range = (from: number, to: number) => ({ from: START + from, to: START + to });

  test('the indices, and how each field is mapped', async () => {
    await openWith(late(0, 0));
    const { indices, fields } = await subject.events.describe(
      patterns(),
      ['event.sequence', 'process.name', 'no.such.field'],
      never,
    );
    expect(indices).toEqual(patterns());
    expect(Object.fromEntries(fields)).toEqual({
      'event.sequence': { types: [{ type: 'long', indices: patterns() }], unmappedIn: [] },
      'process.name': { types: [{ type: 'keyword', indices: patterns() }], unmappedIn: [] },
      'no.such.field': { types: [], unmappedIn: patterns() },
    });
  });

  test('no index is no failure', async () => {
    await openWith(late(0, 0));
    const described = await subject.events.describe(['logs-nowhere-*'], ['process.name'], never);
    expect(described.indices).toEqual([]);
    expect(described.fields.get('process.name')).toEqual({ types: [], unmappedIn: [] });
    expect(await lateEvents({ indexPatterns: ['logs-nowhere-*'] })).toEqual([]);
    const counts = await subject.events.countEvents(
      ['logs-nowhere-*'],
      ['file'],
      range(0, 1),
      never,
    );
    expect([...counts]).toEqual([['file', 0]]);
  });

  test('how many events of each category happened in a range, both ends included', async () => {
    await openWith(
      late(0, 0),
      late(10, 0),
      late(11, 0),
      eventAt(5, { name: 'a.out', category: 'network' }),
    );
    const counts = await subject.events.countEvents(
      patterns(),
      ['process', 'file', 'network'],
      range(0, 10),
      never,
    );
    expect(Object.fromEntries(counts)).toEqual({ process: 2, file: 0, network: 1 });
  });

  test('the values of a field in a range, the most frequent first', async () => {
    await openWith(
      eventAt(0, { name: 'gcc', host: 'h1' }),
      eventAt(1, { name: 'ld', host: 'h1' }),
      eventAt(2, { name: 'ld', host: 'h2' }),
      eventAt(3, { name: 'make', host: 'h3' }),
      eventAt(4, { name: 'make', host: 'h3' }),
      eventAt(5, { name: 'make', host: 'h3' }),
      eventAt(9, { name: 'late', host: 'h1' }),
    );
    const top = (
      field: string,
      size: number,
      filter: TopValuesRequest['filter'] = { match_all: {} },
    ) =>
      subject.events.topValues({
        ...{ indexPatterns: patterns(), field, size, filter, range: range(0, 5), signal: never },
      });
    expect(await top('process.name', 10)).toEqual(['make', 'ld', 'gcc']);
    expect(await top('process.name', 2)).toEqual(['make', 'ld']);
    expect(await top('process.name', 9, { term: { 'host.id': 'h2' } })).toEqual(['ld']);
    expect(await top('no.such.field', 10)).toEqual([]);
  });

  test('ranges of late events: neighbours as one, oldest first', async () => {
    await openWith(
      late(20 * MINUTE, 50 * MINUTE),
      late(1 * MINUTE + 5, 90 * MINUTE),
      late(2 * MINUTE + 59_999, 90 * MINUTE),
    );
    expect(await lateEvents()).toEqual([
      range(1 * MINUTE, 3 * MINUTE - 1),
      range(20 * MINUTE, 21 * MINUTE - 1),
    ]);
  });

  test('only what was ingested and happened in the ranges, and meets the filter', async () => {
    await openWith(
      late(0, 60 * MINUTE),
      late(3 * MINUTE, 57 * MINUTE - 1),
      late(6 * MINUTE, 114 * MINUTE),
      late(9 * MINUTE, 111 * MINUTE + 1),
      late(30 * MINUTE + 1, 60 * MINUTE),
      late(12 * MINUTE, 60 * MINUTE, 'h2'),
    );
    expect(await lateEvents({ filter: { term: { 'host.id': 'h1' } } })).toEqual([
      range(0, MINUTE - 1),
      range(6 * MINUTE, 7 * MINUTE - 1),
    ]);
  });

  test('a range ends where it must', async () => {
    await openWith(late(30_000, 90 * MINUTE));
    expect(await lateEvents({ happened: range(20_000, 40_000) })).toEqual([range(20_000, 40_000)]);
  });

  test('where no one says when events were ingested, none is late', async () => {
    const { _id, _source } = late(0, 90 * MINUTE);
    const bare = { _id, _source: { ..._source, event: { category: ['process'] } } };
    await openWith(bare);
    expect(await lateEvents()).toEqual([]);
  });

  test('being called off', async () => {
    await openWith(late(0, 0));
    const controller = new AbortController();
    controller.abort();
    await expect(lateEvents({ signal: controller.signal })).rejects.toMatchObject({
      kind: 'cancelled',
    });
  });
});
