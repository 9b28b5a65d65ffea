// SPDX-License-Identifier: Apache-2.0
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { printQuery } from '../../common/eql/printer';
import { buildNewestRuleQuery, DEFAULT_RULE_PARAMS } from '../../common/rule';
import { fileSource, type ByteSource } from '../../standalone/input/byte_source';
import { memorySource } from '../../standalone/input/source_test_helpers';
import { spell, SPELLINGS } from '../../standalone/input/spelling_test_helpers';
import { RULE_QUERY, scanSources } from '../../standalone/scan/scan_test_helpers';
import { RECORDED_ALERTS } from './recorded_alerts';
import { isShort, recordingFile, RECORDINGS_FILES } from './run_cli';

const NEWEST_QUERY = printQuery(buildNewestRuleQuery());
/** Asks for a little of everything, so that much of a recording is of use. */
const BUSY =
  'sequence by host.id with maxspan=2s [process where event.action == "exec" and process.name != "bash"] [file where file.name like "*.o"] [process where event.type == "end"]';
const QUERIES: Readonly<Record<string, string>> = {
  'the rule': RULE_QUERY,
  'the newest rule': NEWEST_QUERY,
  'a busy sequence': BUSY,
  'a missing event':
    'sequence by host.id with maxspan=1s [process where process.name == "ld"] ![network where true]',
  'an until': `${BUSY} until [process where process.name like "as"]`,
  'single events': 'file where process.name in ("ld", "as", "cc1") and event.action == "creation"',
};

type Ids = readonly (readonly (string | null)[])[];

/** The same with and without leaving out lines, or the test fails. */
const findingsOf = async (open: () => Promise<ByteSource[]>, query: string): Promise<Ids> => {
  const filtered = await scanSources(await open(), { query });
  const whole = await scanSources(await open(), { query, withoutFilter: true });
  expect(filtered.ids).toEqual(whole.ids);
  expect(filtered.badLines).toEqual(whole.badLines);
  expect(filtered.result.tally.events).toBe(whole.result.tally.events);
  expect([...filtered.result.tally.hosts]).toEqual([...whole.result.tally.hosts]);
  return filtered.ids;
};

const linesOf = (file: string): string[] =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');

const SHORT_FILES = RECORDINGS_FILES.filter(isShort);
const ALL_LINES = SHORT_FILES.flatMap(linesOf);
const ALL_ALERTS = Object.entries(RECORDED_ALERTS).flatMap(([flow, alerts]) =>
  isShort(flow) ? alerts : [],
);

describe('leaving out lines of the recordings changes nothing', () => {
  it.each(Object.entries(QUERIES))('for %s', async (_, query) => {
    for (const chunkSize of [3000, 20_000, 1 << 20]) {
      const open = async (): Promise<ByteSource[]> => [
        memorySource(`${ALL_LINES.join('\n')}\n`, { chunkSize }),
      ];
      expect((await findingsOf(open, query)).length).toBeGreaterThan(3);
    }
  });

  it.each(Object.keys(RECORDED_ALERTS))('in %s', async (flow) => {
    const open = async (): Promise<ByteSource[]> => [await fileSource(recordingFile(flow))];
    expect(await findingsOf(open, RULE_QUERY)).toEqual(RECORDED_ALERTS[flow]);
  });

  it.each([
    ['lineage', { query: null }],
    ['both detections', {}],
  ])('for %s', async (_, options) => {
    const lineage = DEFAULT_RULE_PARAMS;
    const spelled = Object.values(SPELLINGS).map((spelling) =>
      ALL_LINES.map((line) => spell(JSON.parse(line), spelling)).join('\n'),
    );
    for (const text of [ALL_LINES.join('\n'), ...spelled]) {
      for (const chunkSize of [3000, 1 << 20]) {
        const open = () => [memorySource(`${text}\n`, { chunkSize })];
        const filtered = await scanSources(open(), { ...options, lineage });
        const whole = await scanSources(open(), { ...options, lineage, withoutFilter: true });
        expect(filtered.ids).toEqual(whole.ids);
        expect(filtered.ids).toHaveLength(ALL_ALERTS.length);
      }
    }
  });

  it('in all of them, one file each', async () => {
    const open = (): Promise<ByteSource[]> =>
      Promise.all(SHORT_FILES.map((file) => fileSource(file)));
    expect(await findingsOf(open, RULE_QUERY)).toEqual(ALL_ALERTS);
  });

  it.each(Object.entries(SPELLINGS))('when they are written %s', async (_, spelling) => {
    const text = ALL_LINES.map((line) => `${spell(JSON.parse(line), spelling)}\n`).join('');
    const open = async (): Promise<ByteSource[]> => [memorySource(text)];
    expect(await findingsOf(open, RULE_QUERY)).toEqual(ALL_ALERTS);
  });

  it('when they begin with a byte order mark', async () => {
    const open = async (): Promise<ByteSource[]> => [memorySource(`\ufeff${ALL_LINES.join('\n')}`)];
    expect(await findingsOf(open, RULE_QUERY)).toEqual(ALL_ALERTS);
  });
});

const SHARED = path.resolve(__dirname, '../../../shared');
const MODES = ['invoked', 'resolved'] as const;
const modesThere = MODES.filter((mode) => existsSync(path.join(SHARED, 'captures', mode)));

(modesThere.length > 0 ? describe : describe.skip)('leaving out lines of more recordings', () => {
  it.each(modesThere)('changes nothing, processes named as %s', async (mode) => {
    const folder = path.join(SHARED, 'captures', mode);
    for (const name of readdirSync(folder)) {
      const text = `${linesOf(path.join(folder, name)).join('\n')}\n`;
      for (const query of [RULE_QUERY, NEWEST_QUERY, BUSY]) {
        await findingsOf(async () => [memorySource(text, { chunkSize: 30_000 })], query);
      }
      const lineage = { lineage: DEFAULT_RULE_PARAMS, query: null };
      const source = () => [memorySource(text, { chunkSize: 30_000 })];
      expect((await scanSources(source(), lineage)).ids).toEqual(
        (await scanSources(source(), { ...lineage, withoutFilter: true })).ids,
      );
    }
  });
});

const NOISE = path.join(SHARED, 'noise', 'ops-host.ndjson.gz');

(existsSync(NOISE) ? describe : describe.skip)('leaving out lines of a busy host', () => {
  it('finds no attack, as there was none', async () => {
    const lineage = DEFAULT_RULE_PARAMS;
    expect((await scanSources([await fileSource(NOISE)], { lineage })).ids).toEqual([]);
  });

  it('changes nothing for what ran for less than a second', async () => {
    const query =
      'sequence by process.entity_id with maxspan=1s [process where event.action == "exec" and process.name == "awk"] [process where event.action == "end"]';
    const found = await findingsOf(async () => [await fileSource(NOISE)], query);
    expect(found.length).toBeGreaterThan(100);
  });
});
