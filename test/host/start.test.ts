// SPDX-License-Identifier: Apache-2.0
import { runCli, startCli } from '../cli/run_cli';
import { useFolder } from './host_process';

const folder = useFolder();

jest.setTimeout(180_000);
beforeAll(async () => {
  await runCli(['serve', '--help']);
});

it('prints the alerts, serves the app, and ends cleanly on Ctrl-C', async () => {
  const { child, ended } = startCli(['start', '--port', '0', '--data', folder()], {
    env: { CI: '' },
  });
  const url = await new Promise<string>((resolve) => {
    let text = '';
    child.stdout.on('data', (more: string) => {
      text += more;
      const [found] = /http:\/\/127\.0\.0\.1:\d+\/app\/recentlyCompiled/.exec(text) ?? [];
      if (found !== undefined) {
        resolve(found);
      }
    });
  });
  const page = await fetch(url);
  expect(page.status).toBe(200);
  child.kill('SIGINT');
  const { code, signal, stdout } = await ended;
  expect([code, signal]).toEqual([0, null]);
  expect(stdout).toContain('gcc -o implant35 implant.c');
  expect(stdout).toMatch(/Serving 470 events at /);
});
