// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check';
import { EqlError } from '../../common/eql/errors';
import { attackEvents, attackIds, idleEvent, type TestEvent } from '../attack_test_helpers';
import { anyCondition, anyEvent } from '../scan/condition_test_helpers';
import { scanSources } from '../scan/scan_test_helpers';
import { memorySource } from './source_test_helpers';
import { anySpelling, spell, SPELLINGS, type Spelling } from './spelling_test_helpers';

const BEGIN = Date.parse('2026-03-01T10:00:00Z');
const SLACK = 2000;

/** A category, so that the most lines hold nothing of interest, and a condition that may hold. */
const stage = fc
  .tuple(
    fc.constantFrom('process', 'file', 'network', 'any'),
    fc.oneof(
      fc.constantFrom(
        'true',
        'process.name == "gcc"',
        'process.name in ("ld", "cc", "gcc")',
        'process.name like "g*"',
        'file.path == "/usr/bin/ld"',
      ),
      anyCondition(),
    ),
  )
  .map(([category, condition]) => `[${category} where ${condition}]`);

const sequence = fc
  .tuple(
    fc.constantFrom('', 'by host.id'),
    fc.constantFrom('1s', '3s', '1m'),
    fc.array(fc.tuple(fc.constantFrom('', '', '', '!'), stage), { minLength: 1, maxLength: 3 }),
    stage,
    fc.option(stage),
  )
  .map(([by, span, stages, last, until]) => {
    const all = [...stages.map(([missing, text]) => missing + text), last];
    return `sequence ${by} with maxspan=${span} ${all.join(' ')} ${until ? `until ${until}` : ''}`;
  });

const query = fc.oneof(
  { arbitrary: sequence, weight: 4 },
  stage.map((text) => text.slice(1, -1)),
  fc.tuple(stage, stage).map((stages) => `sample by host.id ${stages.join(' ')}`),
);

/** In order of time but for what comes late by less than the slack. */
const events = fc
  .array(
    fc.tuple(anyEvent(), fc.constantFrom('a', 'b'), fc.nat(1500), fc.nat(SLACK - 1), fc.boolean()),
    { minLength: 1, maxLength: 25 },
  )
  .map((all) => {
    let time = BEGIN;
    return all.map(([{ event, ...rest }, host, step, late, isLate], i): TestEvent => {
      time += step;
      return {
        '@timestamp': new Date(isLate ? Math.max(BEGIN, time - late) : time).toISOString(),
        event: { ...(event as object), id: `e${i}` },
        host: { id: host },
        ...rest,
      };
    });
  });

const inOrder = (all: readonly TestEvent[]): TestEvent[] =>
  [...all].sort(
    (a, b) => Date.parse(String(a['@timestamp'])) - Date.parse(String(b['@timestamp'])),
  );

const idsOf = async (
  text: string,
  words: { query: string; chunkSize: number; withoutFilter: boolean },
): Promise<unknown> => {
  const source = memorySource(text, { chunkSize: words.chunkSize });
  try {
    const options = { query: words.query, withoutFilter: words.withoutFilter, slack: SLACK };
    return (await scanSources([source], options)).ids;
  } catch (error) {
    if (error instanceof EqlError && error.kind !== 'evaluation') {
      return undefined;
    }
    throw error;
  }
};

const spelled = (all: readonly TestEvent[], spelling: Spelling): string =>
  all.map((event) => `${spell(event, spelling)}\n`).join('');

describe('a scan that leaves out lines by their text', () => {
  it('finds what one that parses all lines finds, and one of a list of the events', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(
        query,
        events,
        anySpelling(),
        fc.integer({ min: 100, max: 2000 }),
        async (words, late, spelling, chunkSize) => {
          // Only sequences put what comes late in its place.
          const all = words.startsWith('sequence') ? late : inOrder(late);
          const list = await idsOf(JSON.stringify(all), {
            query: words,
            chunkSize,
            withoutFilter: true,
          });
          fc.pre(list !== undefined);
          const lines = spelled(all, spelling);
          for (const withoutFilter of [true, false]) {
            const options = { query: words, chunkSize, withoutFilter };
            expect({ withoutFilter, ids: await idsOf(lines, options) }).toEqual({
              withoutFilter,
              ids: list,
            });
          }
          found += (list as unknown[]).length > 0 ? 1 : 0;
        },
      ),
      { numRuns: 400 },
    );
    expect(found).toBeGreaterThan(10);
  });

  const attack = [
    ...Array.from({ length: 40 }, (_, i) =>
      idleEvent(new Date(BEGIN - 40_000 + i * 1000).toISOString(), `idle-${i}`),
    ),
    ...attackEvents({ program: 'größe/"x"', user: 'ölaf' }),
    idleEvent('2026-03-01T10:05:00Z', 'last'),
  ];

  it.each(Object.entries(SPELLINGS))('finds an attack in events %s', async (_, spelling) => {
    for (const chunkSize of [64, 1000, 1 << 20]) {
      const { ids } = await scanSources([memorySource(spelled(attack, spelling), { chunkSize })]);
      expect(ids).toEqual([attackIds('größe/"x"')]);
    }
  });

  it('finds a compilation that comes late, after blocks in which nothing could begin', async () => {
    const [compile, ...rest] = attackEvents();
    const late = [
      idleEvent('2026-03-01T09:59:00Z', 'before'),
      ...rest,
      ...Array.from({ length: 50 }, (_, i) => idleEvent('2026-03-01T10:00:09Z', `idle-${i}`)),
      compile ?? {},
      idleEvent('2026-03-01T10:05:00Z', 'last'),
    ];
    for (const chunkSize of [64, 500, 5000, 1 << 20]) {
      const { ids } = await scanSources([
        memorySource(spelled(late, SPELLINGS['as it is'] as Spelling), { chunkSize }),
      ]);
      expect(ids).toEqual([attackIds()]);
    }
  });
});
