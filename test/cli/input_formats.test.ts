// SPDX-License-Identifier: Apache-2.0
import { gzipSync } from 'node:zlib';
import {
  attackEvents,
  attackIds,
  idleEvent,
  toBulk,
  toHits,
  toNdjson,
  type TestEvent,
} from '../../standalone/attack_test_helpers';
import { useTempFolder } from '../../standalone/input/temp_folder_test_helpers';
import { bundleCli, idsIn, scanCli } from './run_cli';

const folder = useTempFolder();
const NDJSON = ['--format', 'ndjson'];
const EVENTS = attackEvents();
const hitIds = attackIds('hit');
const hits = toHits(EVENTS, (i) => hitIds[i] ?? '');
const bulk = toBulk(EVENTS, (i) => hitIds[i] ?? '');

beforeAll(bundleCli);

describe('scan takes', () => {
  it.each<[string, string | Buffer, string[]]>([
    ['events, one a line', toNdjson(EVENTS), attackIds()],
    ['events, gzipped', gzipSync(toNdjson(EVENTS)), attackIds()],
    [
      'events with Windows line ends and blank lines',
      toNdjson(EVENTS).replaceAll('\n', '\r\n\r\n'),
      attackIds(),
    ],
    ['events behind a byte order mark', `\ufeff${toNdjson(EVENTS)}`, attackIds()],
    ['hits, one a line', toNdjson(hits), hitIds],
    ['a bulk body', bulk, hitIds],
    ['a bulk body, gzipped', gzipSync(bulk), hitIds],
    ['a search response', JSON.stringify({ took: 5, hits: { total: { value: 4 }, hits } }), hitIds],
    [
      'a search response, laid out and gzipped',
      gzipSync(JSON.stringify({ hits: { hits } }, null, 2)),
      hitIds,
    ],
    ['an export of hits', JSON.stringify({ hits }), hitIds],
    ['a list of events', JSON.stringify(EVENTS, null, 1), attackIds()],
    [
      'times in milliseconds',
      toNdjson(
        EVENTS.map((event) => ({
          ...event,
          '@timestamp': Date.parse(String(event['@timestamp'])),
        })),
      ),
      attackIds(),
    ],
  ])('%s', async (_, content, ids) => {
    const { code, stdout, stderr } = await scanCli([folder.write('input', content), ...NDJSON]);
    expect(idsIn(stdout)).toEqual([ids]);
    expect(code).toBe(0);
    expect(stderr).toContain(' of 1 host, ');
  });

  it('files of several formats together, in any order', async () => {
    const [compile = {}, link = {}, execute = {}, connect = {}] = EVENTS;
    const files = [
      folder.write('a.json', JSON.stringify({ hits: { hits: toHits([compile], () => 'A') } })),
      folder.write(
        'b.ndjson',
        toBulk([link, connect], (i) => `B${i}`),
      ),
      folder.write('c.gz', gzipSync(toNdjson([execute]))),
    ];
    for (const order of [files, [...files].reverse()]) {
      const { stdout } = await scanCli([...order, ...NDJSON]);
      expect(idsIn(stdout)).toEqual([['A', 'B0', 'implant-2', 'B1']]);
    }
  });

  it.each([
    ['events', (events: readonly TestEvent[]) => toNdjson(events)],
    [
      'a bulk body',
      (events: readonly TestEvent[]) =>
        toBulk(events, (i) => String((events[i]?.['event'] as { id: string }).id)),
    ],
  ])('%s of many times the size that it reads at once', async (_, write) => {
    const begin = Date.parse('2026-03-01T10:00:00Z');
    const events = Array.from({ length: 20 }, (__, n) => [
      ...Array.from({ length: 1500 }, (___, i) => {
        const time = new Date(begin + n * 60_000 + i).toISOString();
        return idleEvent(time, `idle-${n}-${i}`);
      }),
      ...attackEvents({
        program: `p${n}`,
        begin: new Date(begin + n * 60_000 + 5000).toISOString(),
      }),
    ]).flat();
    const text = write(events);
    expect(text.length).toBeGreaterThan(5 * 1024 * 1024);
    const { stdout, stderr } = await scanCli([folder.write('big', text), ...NDJSON]);
    expect(idsIn(stdout)).toEqual(Array.from({ length: 20 }, (__, n) => attackIds(`p${n}`)));
    expect(stderr).toContain('20 alerts');
  });

  it('events without a host, which no alert can be about', async () => {
    const lonely = EVENTS.map(({ host: _, ...rest }) => rest);
    const { code, stdout, stderr } = await scanCli([folder.write('lonely', toNdjson(lonely))]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    expect(stderr).toContain('Scanned 4 events of 0 hosts');
  });

  it('events without a time, which it counts', async () => {
    const timeless = EVENTS.map(({ '@timestamp': _, ...rest }) => rest);
    const file = folder.write('timeless', toNdjson([...EVENTS, ...timeless]));
    const { code, stderr } = await scanCli([file]);
    expect(code).toBe(0);
    expect(stderr).toContain('4 events left out for want of an @timestamp.');
    expect(stderr).toContain(': 1 alert.');
  });

  it('numbers of any size, and gives them back as they were', async () => {
    const text = toNdjson(EVENTS)
      .replaceAll('"sequence":0', '"sequence":9007199254740993')
      .replaceAll(
        '"port":4444',
        '"port":4444,"packets":18446744073709551615,"bytes":1234567890123456789',
      );
    const { stdout } = await scanCli([folder.write('numbers', text), ...NDJSON]);
    expect(stdout).toContain('"sequence":9007199254740993,'.replace(',', '}'));
    expect(stdout).toContain('"packets":18446744073709551615,"bytes":1234567890123456789}');
  });

  it('objects in objects as deep as one likes', async () => {
    const deep = `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`;
    const text = `${toNdjson(EVENTS)}{"@timestamp":"2026-03-01T10:01:00Z","a":${deep}}\n`;
    const { code, stdout } = await scanCli([folder.write('deep', text), ...NDJSON]);
    expect({ code, ids: idsIn(stdout) }).toEqual({ code: 0, ids: [attackIds()] });
  });

  it('lists in lists as deep as one likes', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const text = `${toNdjson(EVENTS)}{"@timestamp":"2026-03-01T10:01:00Z","a":${deep}}\n`;
    const { code, stdout } = await scanCli([folder.write('deep', text), ...NDJSON]);
    expect({ code, ids: idsIn(stdout) }).toEqual({ code: 0, ids: [attackIds()] });
  });
});
