// SPDX-License-Identifier: Apache-2.0
import { existsSync, openSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import { attackEvents, toNdjson } from '../../standalone/attack_test_helpers';
import { useTempFolder } from '../../standalone/input/temp_folder_test_helpers';
import { bundleCli, ROOT, startCli } from './run_cli';

const folder = useTempFolder();
const ATTACK = toNdjson(attackEvents());
/** Told of as soon as it is read, so that all before it has been read as well. */
const BROKEN = 'broken\n';

beforeAll(bundleCli);

describe('Ctrl-C', () => {
  it.each([
    ['on a pipe that goes silent', ['-'], 130],
    ['on such a pipe, where alerts are to be told by the code', ['-', '--fail-on-alert'], 1],
  ])('ends the scan with what was found so far: %s', async (_, words, code) => {
    const { child, ended, said } = startCli(['scan', ...words]);
    child.stdin.write(ATTACK + BROKEN);
    await said('no event, skipped');
    child.kill('SIGINT');
    const run = await ended;
    expect(run.stdout).toContain('gcc -o implant code.c');
    expect(run.stderr).toMatch(
      /\nStopped\. Scanned 4 events of 1 host, .*: 1 alert\.\n1 line skipped that is no event\.\n$/,
    );
    expect({ code: run.code, signal: run.signal }).toEqual({ code, signal: null });
  });

  (process.platform === 'win32' ? it.skip : it)(
    'ends the wait for a named pipe as well',
    async () => {
      const pipe = path.join(folder.path, 'pipe');
      execFileSync('mkfifo', [pipe]);
      const { child, ended, said } = startCli(['scan', pipe]);
      // Waits for the reader as well, and is closed only when all is over.
      const writer = await open(pipe, 'w');
      await writer.write(ATTACK + BROKEN);
      await said('no event, skipped');
      child.kill('SIGINT');
      const { code, stderr } = await ended;
      await writer.close();
      expect(stderr).toMatch(/\nStopped\. Scanned 4 events of 1 host, .*: 1 alert\.\n/);
      expect(code).toBe(130);
    },
  );

  it('closes the list of --format json', async () => {
    const { child, ended, said } = startCli(['scan', '-', '--format', 'json']);
    child.stdin.write(ATTACK + BROKEN);
    await said('no event, skipped');
    child.kill('SIGINT');
    expect(JSON.parse((await ended).stdout)).toHaveLength(1);
  });
});

describe('a closed pipe', () => {
  const many = folder.write(
    'many.ndjson',
    Array.from({ length: 500 }, (_, i) =>
      toNdjson(
        attackEvents({
          program: `p${i}`,
          begin: new Date(Date.UTC(2026, 2, 1) + i * 20_000).toISOString(),
        }),
      ),
    ).join(''),
  );

  it.each(['table', 'ndjson', 'json'])('ends the scan quietly: %s', async (format) => {
    const { child, ended } = startCli(['scan', many, '--format', format]);
    child.stdin.end();
    child.stdout.once('data', () => child.stdout.destroy());
    const { code, signal, stderr } = await ended;
    expect({ code, signal }).toEqual({ code: 0, signal: null });
    expect(stderr).not.toMatch(/EPIPE|Error| {4}at /);
  });

  it('may be that of standard error', async () => {
    const { child, ended } = startCli(['scan', many]);
    child.stdin.end();
    child.stderr.destroy();
    expect((await ended).code).toBe(0);
  });
});

// A device on which nothing can be written.
const FULL = '/dev/full';
(existsSync(FULL) ? describe : describe.skip)('a full disk', () => {
  it('is told, and is no alert', async () => {
    const child = spawn(
      process.execPath,
      [path.join(ROOT, 'bin/recently-compiled.js'), 'scan', folder.write('a.ndjson', ATTACK)],
      { stdio: ['ignore', openSync(FULL, 'w'), 'pipe'] },
    );
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(stderr).toMatch(/standard output: ENOSPC.*\. Make room, or write it elsewhere\.\n/);
    expect(code).toBe(2);
  });
});
