// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { RECORDED_ALERTS } from './recorded_alerts';
import { bundleCli, idsIn, recordingFile, RECORDINGS_FILES, scanCli } from './run_cli';

const NDJSON = ['--format', 'ndjson'];
const ALL_ALERTS = Object.values(RECORDED_ALERTS).flat();
const unzipped = (flow: string): Buffer => gunzipSync(readFileSync(recordingFile(flow)));

beforeAll(bundleCli);

describe('scan of the recordings', () => {
  it('knows what to find in each of them', () => {
    expect(RECORDINGS_FILES).toEqual(Object.keys(RECORDED_ALERTS).map(recordingFile));
  });

  it.each([
    ['as they are named', RECORDINGS_FILES],
    ['in the reverse order', [...RECORDINGS_FILES].reverse()],
  ])('finds what Elasticsearch found, oldest first: files %s', async (_, files) => {
    const { code, stdout, stderr } = await scanCli([...files, ...NDJSON]);
    expect(code).toBe(0);
    // The recordings are numbered in the order in which they were made.
    expect(idsIn(stdout)).toEqual(ALL_ALERTS);
    expect(stderr).toMatch(
      /^\nScanned 2,667 events of 13 hosts, 2026-11-24 11:57:30 to 2026-11-24 11:58:00 UTC \(29\.\d s\): 8 alerts\.\n$/,
    );
  });

  it.each<[string, Buffer]>([
    ['plain', unzipped('01-gcc-o-name')],
    ['gzipped', readFileSync(recordingFile('01-gcc-o-name'))],
  ])('reads %s events from standard input', async (_, input) => {
    const { code, stdout } = await scanCli(['-', ...NDJSON], { input });
    expect(code).toBe(0);
    expect(idsIn(stdout)).toEqual(RECORDED_ALERTS['01-gcc-o-name']);
  });

  it('reads standard input among files', async () => {
    const { stdout } = await scanCli(['-', recordingFile('46-ipv6'), ...NDJSON], {
      input: unzipped('01-gcc-o-name'),
    });
    expect(idsIn(stdout)).toEqual([
      ...(RECORDED_ALERTS['01-gcc-o-name'] ?? []),
      ...(RECORDED_ALERTS['46-ipv6'] ?? []),
    ]);
  });
});

describe('what it prints of the recordings', () => {
  it('is a table for people', async () => {
    const { stdout } = await scanCli([recordingFile('67-www-data-tmp'), recordingFile('46-ipv6')]);
    // By hand, from the scripts that were recorded.
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(/ {2,}/)),
    ).toEqual([
      ['TIME', 'HOST', 'USER', 'COMPILED BY', 'BINARY', 'AFTER', 'CONNECTED TO', 'FOUND BY'],
      [
        '2026-11-24 11:57:38',
        'cap-46-ipv6',
        'root',
        'gcc -o implant46 implant.c',
        '/home/dev/work/46-ipv6/implant46',
        expect.stringMatching(/^0\.0\d s$/),
        '[fd77::2]:4444',
        'both',
      ],
      [
        '2026-11-24 11:57:43',
        'cap-67-www-data-tmp',
        'www-data',
        'gcc exploit.c -o exploit67',
        '/tmp/.x67/exploit67',
        expect.stringMatching(/^0\.0\d s$/),
        '10.77.0.2:4444',
        'both',
      ],
    ]);
  });

  it.each([
    ['published', ['published']],
    ['lineage', ['lineage']],
    ['both', ['published', 'lineage']],
  ])('names who found it with --detection %s', async (detection, foundBy) => {
    const files = ['01-gcc-o-name', '46-ipv6', '80-compile-then-python'].map(recordingFile);
    const { stdout } = await scanCli([...files, '--detection', detection, '--format', 'json']);
    const alerts = JSON.parse(stdout);
    expect(alerts.map(({ found_by: names }: { found_by: string[] }) => names)).toEqual([
      foundBy,
      foundBy,
    ]);
    expect(alerts.map(({ events }: { events: object[] }) => events.length)).toEqual([4, 4]);
  });

  it('is in the zone of the viewer, which the summary names', async () => {
    const { stdout, stderr } = await scanCli([recordingFile('46-ipv6')], {
      env: { TZ: 'Asia/Kolkata' },
    });
    expect(stdout).toContain('2026-11-24 17:27:38');
    expect(stderr).toContain('2026-11-24 17:27:38 UTC+05:30');
  });

  it('is one JSON list for machines, with facts and all four events', async () => {
    const files = ['01-gcc-o-name', '70-compile-run-no-net', '46-ipv6'].map(recordingFile);
    const alerts = JSON.parse((await scanCli([...files, '--format', 'json'])).stdout);
    expect(alerts).toHaveLength(2);
    expect(alerts[0]).toMatchObject({
      '@timestamp': '2026-11-24T11:57:30.675Z',
      host: 'cap-01-gcc-o-name',
      user: 'root',
      compiler: 'gcc',
      compile_command: 'gcc -o implant01 implant.c',
      binary: '/home/dev/work/01-gcc-o-name/implant01',
      compile_to_connect_ms: 95,
      destination: '10.77.0.2:4444',
      found_by: ['published', 'lineage'],
      story: [],
    });
    expect(alerts[0].events.map(({ stage }: { stage: string }) => stage)).toEqual([
      'compile',
      'link',
      'execute',
      'connect',
    ]);
  });

  it('holds the events just as they were recorded', async () => {
    const { stdout } = await scanCli([recordingFile('01-gcc-o-name'), ...NDJSON]);
    const lines = unzipped('01-gcc-o-name').toString().split('\n');
    const recorded = JSON.parse(stdout).events.map(({ _id }: { _id: string }) =>
      JSON.parse(lines.find((line) => line.includes(`"id":"${_id}"`)) ?? '{}'),
    );
    expect(JSON.parse(stdout).events.map(({ _source }: { _source: object }) => _source)).toEqual(
      recorded,
    );
  });

  it.each([
    ['json', '[]\n'],
    ['ndjson', ''],
    ['table', ''],
  ])('is nothing but %s where there are no alerts', async (format, expected) => {
    const { code, stdout, stderr } = await scanCli([
      recordingFile('79-dns-only'),
      '--format',
      format,
    ]);
    expect(code).toBe(0);
    expect(stdout).toBe(expected);
    expect(stderr).toContain(': 0 alerts.');
  });

  it.each([
    ['there are alerts', '01-gcc-o-name', 1],
    ['there are none', '79-dns-only', 0],
  ])('ends as --fail-on-alert says when %s', async (_, flow, code) => {
    expect((await scanCli([recordingFile(flow), '--fail-on-alert'])).code).toBe(code);
  });
});
