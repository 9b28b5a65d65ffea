// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { runDemo } from './demo';
import { Pipe } from './output/screen_test_helpers';

const ROOT = path.resolve(__dirname, '..');

describe('runDemo', () => {
  it('scans the bundled recordings, and says what that is and what to do next', async () => {
    const [stdout, stderr] = [new Pipe(), new Pipe()];
    const code = await runDemo(
      ROOT,
      {
        stdin: new PassThrough() as unknown as NodeJS.ReadStream,
        stdout: stdout.asStream,
        stderr: stderr.asStream,
      },
      new AbortController().signal,
    );
    expect(code).toBe(0);
    expect(stdout.written).toMatch(/^Recently Compiled looks for one attack/);
    expect(stdout.written).toContain('gcc -o implant01 implant.c');
    expect(stdout.written).toMatch(/What to do next:\n.*npx recently-compiled scan /);
    expect(stderr.written).toMatch(/Scanned [\d,]+ events of 13 hosts/);
  });
});
