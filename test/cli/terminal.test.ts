// SPDX-License-Identifier: Apache-2.0
import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { Screen } from '../../standalone/output/screen_test_helpers';
import { bundleCli, recordingFile, ROOT } from './run_cli';

/** `script` gives a command a terminal; that of util-linux takes these options. */
const hasScript = (): boolean =>
  spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux');

/** What a terminal of a width shows when the command has ended. */
const linesOf = (words: readonly string[], columns: number): string[] => {
  const cli = path.join(ROOT, 'bin', 'recently-compiled.js');
  const command = [process.execPath, cli, ...words].map((word) => `'${word}'`).join(' ');
  const output = execFileSync(
    'script',
    ['-qec', `stty cols ${columns} rows 50; ${command}`, '/dev/null'],
    {
      encoding: 'utf8',
      env: { ...process.env, TZ: 'UTC', TERM: 'xterm' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const screen = new Screen(columns);
  screen.write(output);
  return screen.lines;
};

const files = ['01-gcc-o-name', '31-sudo-run'].map(recordingFile);

beforeAll(bundleCli);

(hasScript() ? describe : describe.skip)('scan on a terminal', () => {
  it('shows a table that fits, and the summary below', () => {
    const lines = linesOf(['scan', ...files], 140);
    expect(lines).toEqual([
      expect.stringMatching(
        /^TIME +HOST +USER +COMPILED BY +BINARY +AFTER +CONNECTED TO +FOUND BY$/,
      ),
      expect.stringMatching(/^2026-11-24 11:57:30 .* 10\.77\.0\.2:4444 +both$/),
      expect.stringMatching(/^2026-11-24 11:57:35 .* 10\.77\.0\.2:4444 +both$/),
      '',
      expect.stringMatching(/^Scanned 67 events of 2 hosts, .*: 2 alerts\.$/),
    ]);
    expect(Math.max(...lines.slice(0, 3).map(({ length }) => length))).toBeLessThanOrEqual(140);
  });

  it('shows lists where a table does not fit', () => {
    expect(linesOf(['scan', ...files], 70).slice(0, 9)).toEqual([
      'TIME          2026-11-24 11:57:30',
      'HOST          cap-01-gcc-o-name',
      'USER          root',
      'COMPILED BY   gcc -o implant01 implant.c',
      'BINARY        /home/dev/work/01-gcc-o-name/implant01',
      'AFTER         0.10 s',
      'CONNECTED TO  10.77.0.2:4444',
      'FOUND BY      both',
      '',
    ]);
  });

  it('shows how far it is', () => {
    const command = `'${process.execPath}' '${path.join(ROOT, 'bin', 'recently-compiled.js')}' scan '${files.join("' '")}'`;
    const output = execFileSync('script', ['-qec', command, '/dev/null'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect(output).toMatch(/[█░]{24} \d+% {2}\d+ events?, [\d,]+ events\/s, .* left/);
  });
});
