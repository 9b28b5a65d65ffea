// SPDX-License-Identifier: Apache-2.0
import { PassThrough } from 'node:stream';
import { attackEvents, attackIds, idleEvent, toNdjson } from '../attack_test_helpers';
import { useTempFolder } from '../input/temp_folder_test_helpers';
import { Pipe, Screen } from '../output/screen_test_helpers';
import { parseScanArguments } from './scan_arguments';
import { runScan } from './scan_command';

const folder = useTempFolder();
const ATTACK = toNdjson(attackEvents());
const attackFile = folder.write('attack.ndjson', ATTACK);

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Streams {
  readonly stdin?: PassThrough;
  readonly stdout?: Pipe | Screen;
  readonly stderr?: Pipe | Screen;
  readonly signal?: AbortSignal;
}

const run = async (
  words: string[],
  {
    stdin = new PassThrough(),
    stdout = new Pipe(),
    stderr = new Pipe(),
    signal = new AbortController().signal,
  }: Streams = {},
): Promise<Run> => {
  const parsed = parseScanArguments(words);
  if (parsed === 'help') {
    throw new Error('No scan was asked for');
  }
  const code = await runScan(
    parsed,
    {
      stdin: stdin as unknown as NodeJS.ReadStream,
      stdout: stdout.asStream,
      stderr: stderr.asStream,
    },
    signal,
  );
  return { code, stdout: stdout.written, stderr: stderr.written };
};

describe('runScan', () => {
  it('prints a table, then the summary elsewhere', async () => {
    const { code, stdout, stderr } = await run([attackFile]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^TIME .*\n.*gcc -o implant code\.c.*203\.0\.113\.7:4444 +published\n$/);
    expect(stderr).toMatch(/^\nScanned 4 events of 1 host, .* \(4\.5 s\): 1 alert\.\n$/);
  });

  it('prints records with all four events', async () => {
    const { stdout } = await run([attackFile, '--format', 'ndjson']);
    const ids = JSON.parse(stdout).events.map(({ _id }: { _id: string }) => _id);
    expect(ids).toEqual(attackIds());
  });

  it.each([
    [200, /^TIME +HOST +USER +COMPILED BY +BINARY +AFTER +CONNECTED TO +FOUND BY$/],
    [60, /^TIME {10}\d{4}-/],
  ])('fits a terminal of %d cells', async (width, first) => {
    const screen = new Screen(width);
    await run([attackFile], { stdout: screen });
    expect(screen.lines[0]).toMatch(first);
  });

  it('leaves the table alone while it shows the progress on the same terminal', async () => {
    const attacks = ['a', 'b', 'c'].map((name, i) =>
      folder.write(
        `${name}.ndjson`,
        toNdjson(attackEvents({ program: name, begin: `2026-03-01T1${i}:00:00Z` })),
      ),
    );
    const screen = new Screen(200);
    await run(attacks, { stdout: screen, stderr: screen });
    expect(screen.written).toContain('█');
    expect(screen.lines).toEqual([
      expect.stringMatching(/^TIME/),
      expect.stringContaining(' /tmp/a '),
      expect.stringContaining(' /tmp/b '),
      expect.stringContaining(' /tmp/c '),
      '',
      expect.stringMatching(/^Scanned 12 events .* 3 alerts\.$/),
    ]);
  });

  it.each<[string, string[], number]>([
    ['alerts', [attackFile], 0],
    ['alerts, and --fail-on-alert', [attackFile, '--fail-on-alert'], 1],
    ['no alerts, and --fail-on-alert', ['idle', '--fail-on-alert'], 0],
    ['a file that is not there', ['missing'], 2],
    [
      'a file that is not there, and --fail-on-alert',
      [attackFile, 'missing', '--fail-on-alert'],
      2,
    ],
  ])('ends with the right code: %s', async (_, words, code) => {
    folder.write('idle', toNdjson([idleEvent('2026-03-01T10:00:00Z', 'idle')]));
    const files = words.map((word) =>
      /^(idle|missing)$/.test(word) ? `${folder.path}/${word}` : word,
    );
    expect((await run(files)).code).toBe(code);
  });

  it.each(['table', 'ndjson', 'json'])('names every broken line, as %s', async (format) => {
    const good = toNdjson([idleEvent('2026-03-01T10:00:09Z', 'idle')]).trimEnd();
    const lines = [`${good.slice(0, -1)},}`, good.replace('"id"', '"i\td"'), '{"a":'];
    const file = folder.write('broken', `${ATTACK}${`${lines.join('\n')}\n${good}\n`.repeat(40)}`);
    const { code, stdout, stderr } = await run([file, '--format', format]);
    expect(code).toBe(0);
    const told = [...stderr.matchAll(/^(.*): no event, skipped: .*JSON/gm)].map(([, at]) => at);
    const numbers = Array.from({ length: 40 }, (_, i) => [5, 6, 7].map((line) => 4 * i + line));
    expect(told).toEqual(numbers.flat().map((line) => `${file}:${line}`));
    expect(stderr).toContain('Scanned 44 events of ');
    expect(stderr).toContain('120 lines skipped that are no event.');
    expect(stdout).toBe((await run([attackFile, '--format', format])).stdout);
  });

  it('stops at the first broken line when told to', async () => {
    const file = folder.write('broken', `${ATTACK}{"a":\n${ATTACK}`);
    const { code, stderr } = await run([file, '--strict']);
    expect(code).toBe(2);
    expect(stderr).toContain(`${file}: Line 5 is no event: `);
    expect(stderr).toMatch(/Repair it, or leave out --strict to skip it\.\n$/);
  });

  it('prints JSON that can be parsed also when an input fails', async () => {
    const file = folder.write('cut.ndjson', `${ATTACK}${'x'.repeat((1 << 26) + 1)}`);
    const { code, stdout, stderr } = await run([file, '--format', 'json']);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toHaveLength(1);
    expect(stderr).toMatch(/Stopped\. Scanned 4 events .* 1 alert\.\n.*Line 5 is longer than/);
  });

  it('says what is not usable among what is', async () => {
    const other = folder.write('other.ndjson', '{"time":1}\n{"time":2}\n');
    const { code, stderr } = await run([attackFile, other]);
    expect(code).toBe(0);
    expect(stderr).toContain(`${other}: None of its first 2 events has a usable @timestamp.`);
    expect(stderr).toContain('1 alert.');
  });

  describe('when the signal comes', () => {
    /** Comes when the broken line behind the input has been told of, so that the input has been read. */
    const interrupted = async (input: string, words: string[] = []): Promise<Run> => {
      const controller = new AbortController();
      const stdin = new PassThrough();
      const stderr = new Pipe();
      stdin.write(`${input}broken\n`);
      stderr.once('text', () => controller.abort());
      return run(['-', ...words], { stdin, stderr, signal: controller.signal });
    };

    it('tells what was found so far', async () => {
      const { code, stdout, stderr } = await interrupted(ATTACK);
      expect(code).toBe(130);
      expect(stdout).toContain('gcc -o implant code.c');
      expect(stderr).toMatch(/Stopped\. Scanned 4 events of 1 host, .*: 1 alert\./);
    });

    it('says that there are alerts where that is asked for', async () => {
      expect((await interrupted(ATTACK, ['--fail-on-alert'])).code).toBe(1);
    });

    it('has nothing to tell where nothing came', async () => {
      const controller = new AbortController();
      setImmediate(() => controller.abort());
      expect(await run(['-'], { signal: controller.signal })).toEqual({
        code: 130,
        stdout: '',
        stderr: '\nStopped before there was anything to scan.\n',
      });
    });
  });
});
