// SPDX-License-Identifier: Apache-2.0
import { attackEvents, toNdjson } from '../../standalone/attack_test_helpers';
import { useTempFolder } from '../../standalone/input/temp_folder_test_helpers';
import { bundleCli, scanCli } from './run_cli';

const folder = useTempFolder();

/** An attack whose compilation, host and user are called so. */
const attackCalled = (text: string): string =>
  folder.write(
    'hostile.ndjson',
    toNdjson(
      attackEvents().map((event) => ({
        ...event,
        host: { ...(event['host'] as object), name: text },
        user: { name: text },
        process: { ...(event['process'] as object), command_line: text },
      })),
    ),
  );

beforeAll(bundleCli);

describe('text of events in the table', () => {
  it.each([
    [
      'colours and the title of the window',
      '\u001b[31mred\u001b]0;owned\u0007',
      '\\x1b[31mred\\x1b]0;owned\\x07',
    ],
    ['what clears the screen, in one byte', '\u009b2J', '\\x9b2J'],
    ['line ends', 'a\nTIME\r\n\u2028b', 'a\\x0aTIME\\x0d\\x0a\\u{2028}b'],
    ['backspaces', 'evil\b\b\b\bgood', 'evil\\x08\\x08\\x08\\x08good'],
    ['the other direction', '\u202etxt.exe\u202c\u2066', '\\u{202e}txt.exe\\u{202c}\\u{2066}'],
    ['half a character', 'a\ud800b', 'a\\u{d800}b'],
    ['letters of any language', 'größe 编译 مرحبا 😀', 'größe 编译 مرحبا 😀'],
  ])('can do no harm: %s', async (_, text, shown) => {
    const { code, stdout } = await scanCli([attackCalled(text)]);
    const [titles, line, ...more] = stdout.split('\n');
    expect(titles).toMatch(/^TIME/);
    expect(line?.split(shown)).toHaveLength(4);
    expect(more).toEqual(['']);
    expect(line).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u);
    expect(code).toBe(0);
  });

  it('is given whole where it is no terminal that would show it', async () => {
    const text = 'x'.repeat(1_000_000);
    const { code, stdout } = await scanCli([attackCalled(text)]);
    expect(stdout).toContain(text);
    expect(code).toBe(0);
  });

  it('is left to machines as it is', async () => {
    const text = '\u001b[31m\n\u202e"\\ 😀';
    const { stdout } = await scanCli([attackCalled(text), '--format', 'ndjson']);
    expect(stdout.trimEnd()).not.toContain('\n');
    expect(JSON.parse(stdout)).toMatchObject({ compile_command: text, host: text, user: text });
  });

  it('does not end the scan, however deep it stands in objects', async () => {
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const plain = toNdjson(attackEvents());
    const text = plain + plain.replaceAll('"user":', `"labels":${deep},"user":`);
    const { code, stderr } = await scanCli([
      folder.write('deep.ndjson', text),
      '--format',
      'ndjson',
    ]);
    expect(code).toBe(0);
    expect(stderr).toMatch(/1 alert\./);
    expect(stderr).toMatch(/More than 1000 levels/);
  });

  it('is a name of JavaScript to nobody', async () => {
    const text = toNdjson(attackEvents()).replaceAll(
      '"user":',
      '"__proto__":{"polluted":"yes"},"constructor":"x","user":',
    );
    const { code, stdout } = await scanCli([
      folder.write('names.ndjson', text),
      '--format',
      'ndjson',
    ]);
    expect(stdout).toContain('"__proto__":{"polluted":"yes"}');
    expect(code).toBe(0);
  });
});
