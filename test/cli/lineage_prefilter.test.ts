// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { EVENT_SCHEMA } from '../../common/ecs';
import { DEFAULT_RULE_PARAMS } from '../../common/rule';
import type { EventDocument } from '../../common/search';
import { lineBlocks } from '../../standalone/input/line_blocks';
import { lineEvents } from '../../standalone/input/line_events';
import { LineFilter, type StageText } from '../../standalone/input/line_filter';
import { ScanTally } from '../../standalone/input/scan_tally';
import { inPieces } from '../../standalone/input/source_test_helpers';
import { anySpelling, spell } from '../../standalone/input/spelling_test_helpers';
import { createScanDetector } from '../../standalone/scan/create_scan_detector';
import { isShort, RECORDINGS_FILES } from './run_cli';

const { detector, texts } = createScanDetector(
  { lineage: DEFAULT_RULE_PARAMS },
  {
    schema: EVENT_SCHEMA,
    now: 0,
    categoryField: 'event.category',
    tiebreaker: undefined,
    slack: 10_000,
    maxInFlight: 100,
    countAll: false,
  },
);

const EVERYTHING: readonly StageText[] = [{ required: [], begins: true }];

interface Reading {
  /** The ids of the events that begin something. */
  readonly begun: readonly string[];
  /** How many lines were parsed to see whether they do. */
  readonly parsed: number;
}

/** Reads lines as a scan does while nothing is followed. */
const read = async (lines: readonly string[], stages: readonly StageText[]): Promise<Reading> => {
  const begun: string[] = [];
  let parsed = 0;
  const blocks = lineBlocks('in', inPieces(`${lines.join('\n')}\n`, 1 << 20));
  const events = lineEvents(blocks, {
    name: 'in',
    format: 'ndjson',
    filter: new LineFilter(stages),
    timestampOf: () => 0,
    hostOf: () => undefined,
    tally: new ScanTally(({ reason }) => {
      throw new Error(reason);
    }),
    strict: false,
    slack: 10_000,
    isIdle: () => true,
    canBegin: (event) => {
      parsed += 1;
      return detector.canBegin(event);
    },
  });
  for await (const batch of events) {
    begun.push(...batch.filter(({ mayBegin }) => mayBegin).map((event) => event.read()?._id ?? ''));
  }
  return { begun, parsed };
};

type Json = Record<string, unknown>;

interface RecordedEvent extends Json {
  readonly process: Json;
  readonly event: Json;
}

const RECORDED = RECORDINGS_FILES.filter(isShort)
  .flatMap((file) => gunzipSync(readFileSync(file)).toString('utf8').split('\n'))
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as RecordedEvent);

const asDocument = (event: Json): EventDocument => ({ _id: '', _source: event });
const BEGINNING = RECORDED.filter((event) => detector.canBegin(asDocument(event)));

type Change = (event: RecordedEvent, word: string) => Json;

const withProcess = ({ process, ...rest }: RecordedEvent, changes: Json): Json => ({
  ...rest,
  process: { ...process, ...changes },
});

const CHANGES: readonly Change[] = [
  (event) => event,
  ({ event, ...rest }) => ({ ...rest, event: { ...event, action: ['fork', event['action']] } }),
  ({ event, ...rest }) => ({ ...rest, event: { ...event, action: [null, [event['action']]] } }),
  ({ event, ...rest }) => ({ ...rest, event: { ...event, action: 'end', type: 'exec' } }),
  (event) => withProcess(event, { name: undefined }),
  (event) => withProcess(event, { executable: undefined }),
  (event, word) => withProcess(event, { name: word, executable: [`/usr/bin/${word}`] }),
  (event, word) => withProcess(event, { name: [7, word], executable: undefined }),
  (event, word) => withProcess(event, { name: { name: word }, executable: word }),
  (event, word) => withProcess(event, { parent: { name: word, executable: word } }),
  (event, word) => withProcess(event, { args: [word, 'exec', 'name', `"name":"${word}"`] }),
  (event, word) => ({ name: word, executable: [[{ name: word }]], ...event }),
];

const WORDS = ['gcc', 'ld', 'x86_64-linux-gnu-ld.bfd', '/usr/lib/go-1.21/pkg/tool/l/link', 'ls'];

const line = fc
  .tuple(
    fc.oneof(fc.constantFrom(...BEGINNING), fc.constantFrom(...RECORDED)),
    fc.array(fc.constantFrom(...CHANGES), { maxLength: 2 }),
    fc.constantFrom(...WORDS, 'größe', 'a/b\\c'),
    fc.option(anySpelling()),
  )
  .map(([event, changes, word, spelling]) => {
    const changed = changes.reduce<Json>(
      (before, change) => change(before as RecordedEvent, word),
      event,
    );
    const plain = JSON.parse(JSON.stringify(changed)) as Json;
    return spelling ? spell(plain, spelling) : JSON.stringify(plain);
  });

describe('the text of lines, as lineage looks at it', () => {
  it('shows every event that may begin something', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), async (lines) => {
        const { begun } = await read(lines, EVERYTHING);
        expect((await read(lines, texts)).begun).toEqual(begun);
        found += begun.length;
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(300);
  });

  it('shows few events besides, in recordings as they are', async () => {
    const lines = RECORDED.map((event) => JSON.stringify(event));
    const { begun, parsed } = await read(lines, texts);
    expect(begun).toHaveLength(BEGINNING.length);
    expect(parsed).toBeLessThan(BEGINNING.length * 2);
  });
});
