// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import {
  attackEvents,
  attackIds,
  flattened,
  idleEvent,
  toBulk,
  toHits,
  toNdjson,
  type TestEvent,
} from '../attack_test_helpers';
import { scanSources, type TestScan } from '../scan/scan_test_helpers';
import { memorySource } from './source_test_helpers';

const EVENTS = attackEvents();
const NDJSON = toNdjson(EVENTS);
const bulkIds = attackIds('bulk');
const BULK = toBulk(EVENTS, (i) => bulkIds[i] ?? '');

const scanText = async (text: string, chunkSize?: number, strict = false): Promise<TestScan> =>
  scanSources([memorySource(text, { name: 'in', ...(chunkSize && { chunkSize }) })], { strict });

const changed = (change: (event: TestEvent, index: number) => TestEvent): string =>
  toNdjson(EVENTS.map(change));

describe('events of lines', () => {
  it.each<[string, string, string[]]>([
    ['events', NDJSON, attackIds()],
    ['events, the last without its newline', NDJSON.trimEnd(), attackIds()],
    ['events with dotted names', changed((event) => flattened(event)), attackIds()],
    ['hits', toNdjson(toHits(EVENTS, (i) => `hit-${i}`)), attackIds('hit')],
    ['a bulk body', BULK, bulkIds],
    ['a bulk body with Windows line ends', BULK.replaceAll('\n', '\r\n'), bulkIds],
    [
      'a bulk body without ids',
      EVENTS.map((event) => `{"index":{"_index":"x"}}\n${JSON.stringify(event)}\n`).join(''),
      attackIds(),
    ],
    ['Windows line ends', NDJSON.replaceAll('\n', '\r\n'), attackIds()],
    ['blank lines', NDJSON.replaceAll('\n', '\n\n \t\r\n'), attackIds()],
    ['blanks around events', NDJSON.replaceAll(/^|$/gm, ' \t'), attackIds()],
    ['a byte order mark', `\ufeff${NDJSON}`, attackIds()],
    [
      'events without ids, which go by their lines',
      changed(({ event, ...rest }) => ({
        ...rest,
        event: { ...(event as object), id: undefined },
      })),
      ['in:1', 'in:2', 'in:3', 'in:4'],
    ],
    [
      'times in milliseconds since 1970',
      changed((event) => ({
        ...event,
        '@timestamp': Date.parse(String(event['@timestamp'])),
      })),
      attackIds(),
    ],
    [
      'such times as text',
      changed((event) => ({
        ...event,
        '@timestamp': String(Date.parse(String(event['@timestamp']))),
      })),
      attackIds(),
    ],
    [
      'times with nanoseconds',
      NDJSON.replaceAll('000Z"', '000123456Z"').replaceAll('500Z"', '500999999Z"'),
      attackIds(),
    ],
    [
      'times in another zone',
      NDJSON.replaceAll('T10:', 'T15:').replaceAll('Z"', '+05:00"'),
      attackIds(),
    ],
    [
      'names in lists',
      changed((event) => ({
        ...event,
        process: {
          ...(event['process'] as object),
          name: [(event['process'] as { name: string }).name],
        },
      })),
      attackIds(),
    ],
  ])('are found in %s', async (_, text, ids) => {
    const found = await scanText(text);
    expect(found.ids).toEqual([ids]);
    expect(found.badLines).toEqual([]);
  });

  it('are found wherever chunks end', async () => {
    for (const [text, ids] of [
      [NDJSON, attackIds()],
      [BULK, bulkIds],
    ] as const) {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: text.length }), async (chunkSize) => {
          expect((await scanText(text, chunkSize)).ids).toEqual([ids]);
        }),
        { numRuns: 60 },
      );
    }
  });

  it('are those of a file much larger than a chunk', async () => {
    const begin = Date.parse('2026-03-01T10:00:00Z');
    const idle = (from: number): TestEvent[] =>
      Array.from({ length: 3000 }, (_, i) =>
        idleEvent(new Date(begin + from + i).toISOString(), `idle-${from + i}`),
      );
    const attack = (name: string, after: number): TestEvent[] =>
      attackEvents({ program: name, begin: new Date(begin + after).toISOString() });
    const names = ['a', 'b', 'c', 'd'];
    const text = names
      .map((name, i) => toNdjson([...idle(i * 10_000), ...attack(name, i * 10_000 + 4000)]))
      .join('');
    expect(text.length).toBeGreaterThan(2 * 1024 * 1024);
    const { ids, result } = await scanText(text);
    expect(ids).toEqual(names.map((name) => attackIds(name)));
    expect(result.tally.events).toBe(4 * 3004);
  });

  it('keep whole numbers exactly', async () => {
    const text = NDJSON.replaceAll('"port":4444', '"port":4444,"bytes":18446744073709551615');
    const [finding] = (await scanText(text)).findings;
    expect(finding?.events[3]?._source).toMatchObject({
      destination: { bytes: 18446744073709551615n },
    });
  });

  const nested = (levels: number): string =>
    NDJSON.replaceAll(
      '"user":',
      `"labels":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)},"user":`,
    );

  it('may hold objects in objects, hundreds deep', async () => {
    expect((await scanText(nested(900))).ids).toEqual([attackIds()]);
  });

  it('are told when they are deeper than Elasticsearch takes them', async () => {
    const { badLines, ids } = await scanText(NDJSON + nested(20_000));
    expect(ids).toEqual([attackIds()]);
    expect(badLines).toContainEqual({
      input: 'in',
      line: 5,
      reason: expect.stringContaining('1000 levels'),
    });
  });
});

describe('lines that are no event', () => {
  it.each([
    ['an event that is cut off', '{"@timestamp":"2026-03-01T10:00:00Z","ev', /JSON/],
    ['an event that does not begin', '":"gcc"}}', /JSON/],
    [
      'an event of a stage that is broken inside',
      '{"event":{"category":"process","action":"exec","type":"start"},"host":{"os":{"type":"linux"}},"process":{"name":"gcc"},}',
      /JSON/,
    ],
    ['text', 'hello', /JSON/],
    ['a list', '[{"a":1}]', /It is JSON, but no object/],
    ['a number', '17', /It is JSON, but no object/],
    ['null', 'null', /It is JSON, but no object/],
    ['bytes', '\u0000\u0001', /JSON/],
  ])('are told and counted, and the others read: %s', async (_, line, reason) => {
    const [first = '', ...others] = NDJSON.split(/(?<=\n)/);
    const { badLines, ids, result } = await scanText(`${first}\n${line}\n${others.join('')}`);
    expect(badLines).toEqual([{ input: 'in', line: 3, reason: expect.stringMatching(reason) }]);
    expect(ids).toEqual([attackIds()]);
    expect(result.tally).toMatchObject({ badLines: 1, events: 4 });
  });

  describe('with --strict', () => {
    const scanBroken = async (line: string): Promise<TestScan> => {
      const later = toNdjson(attackEvents({ program: 'later' }));
      return scanText(`${NDJSON}${line}\n${later}`, undefined, true);
    };

    it.each([
      ['is cut off', '{"@timestamp":"2026-03-01T10:00:09Z","a'],
      ['is text', 'hello'],
      ['is broken inside', '{"@timestamp":"2026-03-01T10:00:03Z","a":}'],
    ])('end the scan at a line that %s', async (_, line) => {
      const { result, badLines } = await scanBroken(line);
      expect(result.failure).toMatchObject({
        input: 'in',
        reason: expect.stringMatching(/^Line 5 is no event: .*JSON/),
        remedy: expect.stringContaining('--strict'),
      });
      expect(badLines).toHaveLength(1);
    });

    it('are told once', async () => {
      const { result, badLines } = await scanBroken('[1]');
      expect(result.failure?.reason).toBe('Line 5 is no event: It is JSON, but no object');
      expect(badLines).toHaveLength(1);
    });

    it('end the scan there, with what came before', async () => {
      expect((await scanBroken('hello')).ids).toEqual([attackIds()]);
    });

    it('are found also while no sequence waits', async () => {
      const lines = ['{"@timestamp":"2026-03-01T10:00:00Z"}', '{"@timestamp":"2026-03-01","a":}'];
      expect((await scanText(lines.join('\n'), undefined, true)).badLines).toHaveLength(1);
    });
  });

  it('are told also where nothing asks for them and only the inside is broken', async () => {
    const idle = JSON.stringify(idleEvent('2026-03-01T10:00:09Z', 'idle'));
    for (const line of [
      '{"@timestamp":"2026-03-01T10:00:09Z","a":}',
      idle.replace(',', ',,'),
      idle.replace('":"', '":"\t'),
      idle.replace('":"', '":"\\x'),
      idle.replace('":"', '":-"'),
      idle.replace('}', ']'),
    ]) {
      for (const withoutFilter of [false, true]) {
        const text = `${NDJSON}${idle}\n${line}\n${idle}\n`;
        const { badLines, result, ids } = await scanSources([memorySource(text, { name: 'in' })], {
          withoutFilter,
        });
        expect(badLines).toEqual([{ input: 'in', line: 6, reason: expect.stringMatching(/JSON/) }]);
        expect(result.tally.events).toBe(6);
        expect(ids).toEqual([attackIds()]);
      }
    }
  });

  it('are told where a bulk action is one of them, and the event behind it goes by its own id', async () => {
    const lines = BULK.split('\n');
    const broken = lines
      .map((line, i) => (i === 2 ? line.replace('"}}', '"},}') : line))
      .join('\n');
    const { badLines, ids, result } = await scanText(broken);
    expect(badLines).toEqual([{ input: 'in', line: 3, reason: expect.stringMatching(/JSON/) }]);
    expect(ids).toEqual([[bulkIds[0], attackIds()[1], ...bulkIds.slice(2)]]);
    expect(result.tally.events).toBe(4);
  });

  it('add nothing to hosts and times', async () => {
    const lines = [
      '{"@timestamp":"2020-01-01T00:00:00Z","host":{"id":"x"},}',
      NDJSON.trimEnd(),
      '{"@timestamp":"2030-01-01T00:00:00Z","host":{"id":"y"},}',
    ];
    const { tally } = (await scanText(lines.join('\n'))).result;
    expect([...tally.hosts]).toEqual(['id-of-web-1']);
    expect(tally.first).toBe(Date.parse('2026-03-01T10:00:00Z'));
    expect(tally.last).toBeLessThan(Date.parse('2026-03-01T10:01:00Z'));
  });
});

describe('what is counted', () => {
  it.each<[string, TestEvent[], string[]]>([
    ['hosts by their id', EVENTS, ['id-of-web-1']],
    ['several hosts', [...EVENTS, ...attackEvents({ host: 'b' })], ['id-of-web-1', 'id-of-b']],
    ['hosts without id by their name', [{ host: { name: 'x' } }], ['x']],
    ['hosts of dotted names', [{ 'host.id': 'x' }], ['x']],
    ['no host where there is none', [{ a: 1 }], []],
    ['hosts of hits', toHits(EVENTS, String), ['id-of-web-1']],
  ])('are %s', async (_, events, hosts) => {
    const timed = events.map((event) => ({ '@timestamp': '2026-03-01T10:00:00Z', ...event }));
    const { result } = await scanText(toNdjson(timed));
    expect([...result.tally.hosts]).toEqual(hosts);
    expect(result.tally.events).toBe(events.length);
  });

  it('is the time from the first to the last event', async () => {
    const idle = [
      idleEvent('2026-03-01T09:00:00Z', 'first'),
      ...EVENTS,
      idleEvent('2026-03-01T11:00:00Z', 'last'),
    ];
    const { tally } = (await scanText(toNdjson(idle))).result;
    expect([tally.first, tally.last]).toEqual([
      Date.parse('2026-03-01T09:00:00Z'),
      Date.parse('2026-03-01T11:00:00Z'),
    ]);
  });

  it('is that time also of hits', async () => {
    const hits = toHits(
      [
        idleEvent('2026-03-01T09:00:00Z', 'first'),
        ...EVENTS,
        idleEvent('2026-03-01T11:00:00Z', 'last'),
      ],
      String,
    );
    const { tally } = (await scanText(toNdjson(hits))).result;
    expect([tally.first, tally.last]).toEqual([
      Date.parse('2026-03-01T09:00:00Z'),
      Date.parse('2026-03-01T11:00:00Z'),
    ]);
  });

  it('are the events of a bulk body, not its actions', async () => {
    expect((await scanText(BULK)).result.tally.events).toBe(4);
  });

  it('are events that a stage may need and that have no time', async () => {
    const { result, ids } = await scanText(
      NDJSON + toNdjson(EVENTS.map(({ '@timestamp': _, ...rest }) => rest)),
    );
    expect(ids).toEqual([attackIds()]);
    expect(result.tally.untimed).toBe(4);
  });
});
