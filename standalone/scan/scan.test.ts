// SPDX-License-Identifier: Apache-2.0
import { PassThrough } from 'node:stream';
import {
  attackEvents,
  attackIds,
  idleEvent,
  toBulk,
  toHits,
  toNdjson,
  type TestEvent,
} from '../attack_test_helpers';
import { streamSource, type ByteSource } from '../input/byte_source';
import { memorySource } from '../input/source_test_helpers';
import { isCutShort } from './scan';
import { scanSources } from './scan_test_helpers';

const EVENTS = attackEvents();
const [compile = {}, link = {}, execute = {}, connect = {}] = EVENTS;
const hits = toHits(EVENTS, (i) => `hit-${i}`);

const source = (events: readonly TestEvent[], name = 'in'): ByteSource =>
  memorySource(toNdjson(events), { name });

/** An attack as if it had begun at another minute of the hour. */
const attackAt = (minute: number): TestEvent[] =>
  attackEvents({
    program: `p${minute}`,
    begin: `2026-03-01T10:${String(minute).padStart(2, '0')}:00.000Z`,
  });

describe('scan', () => {
  it.each<[string, string, string[]]>([
    ['a response', JSON.stringify({ took: 3, hits: { hits } }), attackIds('hit')],
    ['a response on many lines', JSON.stringify({ hits: { hits } }, null, 2), attackIds('hit')],
    ['an export of hits', JSON.stringify({ hits }), attackIds('hit')],
    ['a list of events', JSON.stringify(EVENTS), attackIds()],
    ['a list of events in any order', JSON.stringify([...EVENTS].reverse()), attackIds()],
    [
      'an EQL answer',
      JSON.stringify({ hits: { sequences: [{ events: hits }] } }),
      attackIds('hit'),
    ],
  ])('finds an attack in %s', async (_, text, ids) => {
    const { ids: found, result } = await scanSources([memorySource(text)]);
    expect(found).toEqual([ids]);
    expect(result.tally.events).toBe(4);
    expect([...result.tally.hosts]).toEqual(['id-of-web-1']);
  });

  it('refuses JSON that holds no events', async () => {
    const { result } = await scanSources([memorySource('{"hits":{"hits":[]}}')]);
    expect(result.failure).toMatchObject({ reason: 'It holds no events' });
  });

  it('tells the values of the join keys', async () => {
    const [finding] = (await scanSources([source(EVENTS)])).findings;
    expect(finding?.joinKeys).toEqual(['id-of-web-1', 'implant']);
  });

  it('reports findings oldest first, as soon as they are certain', async () => {
    const seen: string[] = [];
    const stream = new PassThrough();
    const scanning = scanSources([streamSource('standard input', stream)], {
      onFinding: ({ events }) => {
        seen.push(events[0]?._id ?? '');
        stream.end();
      },
    });
    stream.write(toNdjson([...attackAt(1), ...attackAt(5)]));
    const { result } = await scanning;
    expect(seen).toEqual(['p1-0', 'p5-0']);
    expect(result.findings).toBe(2);
  });

  it('reports them also when all that follows is of no interest', async () => {
    const stream = new PassThrough();
    let found = 0;
    let foundInTime = 0;
    const scanning = scanSources([streamSource('standard input', stream)], {
      onFinding: () => (found += 1),
      onProgress: () => {
        foundInTime = found;
        stream.end();
      },
    });
    stream.write(toNdjson([...EVENTS, idleEvent('2026-03-01T11:00:00Z', 'idle')]));
    await scanning;
    expect(foundInTime).toBe(1);
  });
});

describe('scan of several inputs', () => {
  const orders = (sources: readonly ByteSource[]): ByteSource[][] =>
    sources.length <= 1
      ? [[...sources]]
      : sources.flatMap((first) =>
          orders(sources.filter((other) => other !== first)).map((rest) => [first, ...rest]),
        );

  it.each<[string, ByteSource[], string[][]]>([
    [
      'one after the other',
      [source(attackAt(1), 'a'), source(attackAt(2), 'b'), source(attackAt(3), 'c')],
      [attackIds('p1'), attackIds('p2'), attackIds('p3')],
    ],
    [
      'an attack that is spread over them',
      [source([compile, execute], 'a'), source([link], 'b'), source([connect], 'c')],
      [attackIds()],
    ],
    [
      'an attack of which one begins earlier and holds only the end',
      [
        source([idleEvent('2026-03-01T09:59:59Z', 'before'), link, execute, connect], 'a'),
        source([compile], 'b'),
      ],
      [attackIds()],
    ],
    [
      'of several formats',
      [
        memorySource(JSON.stringify({ hits: { hits: toHits([compile], () => 'x') } }), {
          name: 'a',
        }),
        memorySource(
          toBulk([link], () => 'y'),
          { name: 'b' },
        ),
        source([execute, connect], 'c'),
      ],
      [['x', 'y', 'implant-2', 'implant-3']],
    ],
    [
      'that overlap',
      [
        source([...attackAt(1), ...attackAt(9)], 'a'),
        source([...attackAt(5), ...attackAt(7)], 'b'),
      ],
      ['p1', 'p5', 'p7', 'p9'].map((program) => attackIds(program)),
    ],
  ])('gives the same findings in any order: %s', async (_, sources, ids) => {
    for (const order of orders(sources)) {
      const found = await scanSources(order);
      expect(found.ids).toEqual(ids);
      expect(found.result.stats.late).toBe(0);
    }
  });

  it('takes one that can be read once only among them', async () => {
    const stream = new PassThrough();
    stream.end(toNdjson([link]));
    const { ids } = await scanSources([
      source([compile, execute, connect]),
      streamSource('standard input', stream),
    ]);
    expect(ids).toEqual([attackIds()]);
  });
});

describe('events that come out of order', () => {
  const late = (program: string): TestEvent[] => {
    const [first = {}, ...rest] = attackEvents({ program });
    return [...rest, first];
  };
  const END = idleEvent('2026-03-01T11:00:00Z', 'end');

  it.each<[string, TestEvent[], number]>([
    ['in order', EVENTS, 0],
    ['by less than the slack', late('implant'), 4501],
    ['by just the slack', late('implant'), 4500],
  ])('are put in their place: %s', async (_, events, slack) => {
    const { ids, result } = await scanSources([source(events)], { slack });
    expect(ids).toEqual([attackIds()]);
    expect(result.stats.late).toBe(0);
  });

  it('are counted beyond the slack', async () => {
    const { ids, result } = await scanSources([source([...late('implant'), END])], {
      slack: 1000,
    });
    expect(ids).toEqual([]);
    expect(result.stats.late).toBe(1);
  });

  it('are counted beyond the slack also where lines were put aside meanwhile', async () => {
    const idle = Array.from({ length: 50 }, (_, i) =>
      idleEvent(`2026-03-01T10:10:${String(i).padStart(2, '0')}Z`, `idle-${i}`),
    );
    const events = [link, execute, connect, ...idle, compile, END];
    const lines = memorySource(toNdjson(events), { chunkSize: 500 });
    const { ids, result } = await scanSources([lines]);
    expect({ found: ids.length, late: result.stats.late }).toEqual({ found: 0, late: 1 });
  });

  it.each(['event.sequence', undefined])(
    'share a millisecond, tiebreaker %s',
    async (tiebreaker) => {
      const together = EVENTS.map((event) => ({ ...event, '@timestamp': compile['@timestamp'] }));
      const shuffled = [3, 1, 0, 2].map((i) => together[i] ?? {});
      const found = await Promise.all(
        [together, shuffled].map((events) => scanSources([source(events)], { tiebreaker })),
      );
      expect(found.map(({ ids }) => ids)).toEqual([
        [attackIds()],
        tiebreaker === undefined ? [] : [attackIds()],
      ]);
    },
  );
});

describe('a scan that does not go to the end', () => {
  it('stops when the signal comes, with what it has found', async () => {
    const controller = new AbortController();
    const stream = new PassThrough();
    const scanning = scanSources([streamSource('standard input', stream, controller.signal)], {
      signal: controller.signal,
      onFinding: () => controller.abort(),
    });
    stream.write(toNdjson([...attackAt(1), ...attackAt(2), compile, link]));
    const { result } = await scanning;
    expect(isCutShort(result)).toBe(true);
    expect(result).toMatchObject({ interrupted: true, failure: undefined });
    expect(result.tally.events).toBe(10);
  });

  it('stops at an input that fails, with what it has found before', async () => {
    const failing: ByteSource = {
      ...source(EVENTS),
      chunks: async function* () {
        yield* source(EVENTS).chunks();
        yield Buffer.alloc((1 << 26) + 1, 'x');
      },
    };
    const { ids, result } = await scanSources([failing]);
    expect(ids).toEqual([attackIds()]);
    expect(isCutShort(result)).toBe(true);
    expect(result).toMatchObject({
      interrupted: false,
      failure: { reason: expect.stringContaining('Line 5 is longer') },
    });
  });

  it('stops when no event can change what is found', async () => {
    const all = [...attackAt(1), ...attackAt(2), ...attackAt(3)];
    const query = 'process where process.name == "gcc" | head 2';
    const { ids, result } = await scanSources([memorySource(toNdjson(all), { chunkSize: 500 })], {
      query,
    });
    expect(ids).toEqual([['p1-0'], ['p2-0']]);
    expect(result.tally.events).toBeLessThan(all.length);
    expect(isCutShort(result)).toBe(false);
  });

  it.each([
    [
      'a tiebreaker that is no field',
      { tiebreaker: 'event.sequnce' },
      /no field \[event.sequnce\].*\[event.sequence\]/s,
    ],
    [
      'a tiebreaker that is nothing like a field',
      { tiebreaker: 'qqqqq' },
      /no field \[qqqqq\].*or none/s,
    ],
    ['a query with an unknown field', { query: 'any where process.nme == "x"' }, /process.nme/],
  ])('refuses %s', async (_, options, message) => {
    await expect(scanSources([source(EVENTS)], options)).rejects.toThrow(message);
  });

  it('refuses more sequences that wait at once than fit', async () => {
    const query = 'sequence by event.id [any where true] [network where event.action == "x"]';
    await expect(scanSources([source(EVENTS)], { query, maxInFlight: 2 })).rejects.toThrow(
      'More than 2 sequences wait',
    );
  });
});

describe('what else a scan tells', () => {
  it('is how many events matched each stage, when all are to be counted', async () => {
    const { result } = await scanSources([source([...EVENTS, execute])], { countAll: true });
    // By hand: gcc, and the program twice, begin as processes.
    expect(result.stats.matched).toEqual([1, 1, 3, 1]);
  });

  it('is which sequences did not complete', async () => {
    const { misses } = await scanSources([source([compile, link, execute])]);
    const implant = misses.filter(({ key }) => key.values.includes('implant'));
    expect(implant.map(({ events, reason }) => [events.length, reason])).toEqual([
      [3, 'unfinished'],
    ]);
  });

  it('is what has been read so far, again and again', async () => {
    const counts: number[] = [];
    await scanSources([memorySource(toNdjson(EVENTS), { chunkSize: 300 })], {
      onProgress: ({ events }) => counts.push(events),
    });
    expect(counts.at(-1)).toBe(4);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts.length).toBeGreaterThan(1);
  });
});
