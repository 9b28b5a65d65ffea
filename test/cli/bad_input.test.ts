// SPDX-License-Identifier: Apache-2.0
import { chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { attackEvents, toNdjson } from '../../standalone/attack_test_helpers';
import { useTempFolder } from '../../standalone/input/temp_folder_test_helpers';
import { bundleCli, scanCli } from './run_cli';

const folder = useTempFolder();
const ATTACK = toNdjson(attackEvents());

beforeAll(bundleCli);

describe('scan can not be done, and says what it expected', () => {
  it.each<[string, string | Buffer, RegExp]>([
    ['an empty file', '', /: It is empty\. Expected NDJSON/],
    ['gzipped nothing', gzipSync(''), /: It is empty\. Expected NDJSON/],
    ['blank lines', '\n\n  \n', /: It holds blank lines only\. Expected NDJSON/],
    [
      'a log',
      'Mar  1 10:00:00 web-1 sshd: hi\n',
      /: It begins with \[Mar .*\], which is no JSON\. Expected NDJSON .*_bulk.*search response/,
    ],
    [
      'an archive',
      Buffer.from('PK\u0003\u0004....'),
      /: It begins with \[PK\\x03\\x04\.\.\.\.\], which is no JSON\./,
    ],
    [
      'UTF-16',
      Buffer.from(`\ufeff${ATTACK}`, 'utf16le'),
      /: It is in UTF-16\. Convert it to UTF-8, for example with: iconv/,
    ],
    ['JSON that is cut off', '{\n"hits":{"hits":[', /can not be parsed: .*repair the JSON\./],
    [
      'JSON of another kind',
      '{\n"name":"x"\n}',
      /neither a search response \(hits\.hits\) nor a list of events\. Save the whole response/,
    ],
    [
      'a response without hits',
      '{"hits":{"hits":[]}}',
      /: It holds no events\. Save a response that has hits\./,
    ],
    [
      'events without any time',
      '{"a":1}\n{"b":2}\n',
      /: None of the 2 events has a usable @timestamp\. Expected ECS events, as Elastic Defend writes them\./,
    ],
    ['actions without events', '{"delete":{"_id":"1"}}\n', /@timestamp|It holds no events/],
    [
      'a line without end',
      Buffer.alloc(65 * 1024 * 1024 + 1, '{"a":'),
      /: Line 1 is longer than 67108864 bytes\. Write one event per line\./,
    ],
  ])('of %s', async (_, content, message) => {
    const file = folder.write('input', content);
    const { code, stdout, stderr } = await scanCli([file]);
    expect(stderr).toMatch(message);
    expect(stderr).toContain(`${file}: `);
    expect(stderr).not.toContain('    at ');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it.each([
    [
      'a file that is not there',
      'missing.ndjson',
      /missing\.ndjson: There is no such file\. Check the path; "-" reads standard input\./,
    ],
    [
      'a folder',
      'folder',
      /folder: It is a folder\. Name the files in it, such as FOLDER\/\*\.ndjson\./,
    ],
  ])('of %s', async (_, name, message) => {
    mkdirSync(path.join(folder.path, 'folder'), { recursive: true });
    const { code, stdout, stderr } = await scanCli([path.join(folder.path, name)]);
    expect(stderr).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('of a file that may not be read', async () => {
    const file = folder.write('secret.ndjson', ATTACK);
    chmodSync(folder.path, 0o755);
    chmodSync(file, 0);
    // The superuser may read everything, so that somebody else has to try.
    const NOBODY = 65_534;
    const { code, stderr } = await scanCli(
      [file],
      process.getuid?.() === 0 ? { uid: NOBODY, cwd: '/' } : {},
    );
    expect(stderr).toContain(
      `${file}: You may not read it. Ask its owner for the right to read it.`,
    );
    expect(code).toBe(2);
  });

  it('of nothing on standard input', async () => {
    const { code, stderr } = await scanCli(['-'], { input: '' });
    expect(stderr).toMatch(/^standard input: It is empty\. Expected NDJSON/);
    expect(code).toBe(2);
  });

  it('of any file, where one of several can not be read', async () => {
    const files = [folder.write('good', ATTACK), folder.write('empty', '')];
    const { code, stdout, stderr } = await scanCli(files);
    expect(stderr).toContain(`${files[1]}: It is empty.`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

describe('a broken line', () => {
  const file = folder.write(
    'broken.ndjson',
    `${ATTACK}{"@timestamp":"2026-\nhello\n[1]\n${ATTACK.replaceAll('implant', 'other')}`,
  );

  it('is told with its file and line, counted, and skipped', async () => {
    const { code, stdout, stderr } = await scanCli([file]);
    expect(code).toBe(0);
    expect(stdout.match(/4444 +published$/gm)).toHaveLength(2);
    expect(stderr).toMatch(new RegExp(`^${file}:5: no event, skipped: .*JSON`, 'm'));
    expect(stderr).toMatch(new RegExp(`^${file}:6: no event, skipped: .*JSON`, 'm'));
    expect(stderr).toContain(`${file}:7: no event, skipped: It is JSON, but no object\n`);
    expect(stderr).toMatch(
      /Scanned 8 events .*: 2 alerts\.\n3 lines skipped that are no event\.\n$/,
    );
  });

  it('ends the scan with --strict', async () => {
    const { code, stderr } = await scanCli([file, '--strict']);
    expect(stderr).toMatch(
      new RegExp(
        `^${file}: Line 5 is no event: .*JSON.* Repair it, or leave out --strict to skip it\\.$`,
        'm',
      ),
    );
    expect(stderr).not.toContain('skipped:');
    expect(code).toBe(2);
  });

  it('is no more than a line of the message, whatever it holds', async () => {
    const nasty = folder.write('nasty.ndjson', `${ATTACK}\u001b[2J\u202e${'x'.repeat(100_000)}\n`);
    const { stderr } = await scanCli([nasty]);
    expect(stderr).toContain(`${nasty}:5: no event, skipped: `);
    expect(stderr.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect(stderr.length).toBeLessThan(1000);
  });
});

describe('gzip data that is damaged in the middle', () => {
  const attacks = Array.from({ length: 100 }, (_, i) =>
    toNdjson(
      attackEvents({
        program: `p${String(i).padStart(3, '0')}`,
        begin: new Date(Date.UTC(2026, 2, 1) + i * 60_000).toISOString(),
      }),
    ),
  ).join('');
  const zipped = gzipSync(attacks, { level: 1 });
  const middle = Math.floor(zipped.length / 2);

  it.each<[string, Buffer]>([
    ['cut off', zipped.subarray(0, middle)],
    [
      'overwritten',
      Buffer.concat([
        zipped.subarray(0, middle),
        Buffer.alloc(50, 0xff),
        zipped.subarray(middle + 50),
      ]),
    ],
  ])('is told, with what came before: %s', async (_, content) => {
    const file = folder.write('damaged.gz', content);
    const { code, stdout, stderr } = await scanCli([file, '--format', 'json']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/Stopped\. Scanned .* events of 1 host, /);
    expect(stderr).toMatch(
      new RegExp(
        `^${file}: The gzip data is damaged \\(.*\\)\\. Get the file again; what came before was read\\.$`,
        'm',
      ),
    );
    const binaries = JSON.parse(stdout).map(({ binary }: { binary: string }) => binary);
    expect(binaries.length).toBeGreaterThan(10);
    expect(binaries).toEqual(
      Array.from(binaries, (__, i) => `/tmp/p${String(i).padStart(3, '0')}`),
    );
  });
});
