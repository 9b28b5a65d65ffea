// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { ROOT, runCli, startCli } from '../cli/run_cli';
import { end, useFolder, useHosts } from './host_process';

const folder = useFolder();
const serve = useHosts();

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
  expect(stdout).toMatch(/Serving 2667 events at /);
});

it('begins with the rule installed, and does not install it again once it was deleted', async () => {
  const data = folder();
  const words = [path.join(ROOT, 'recordings'), '--install-rule', '--data', data];
  const host = await serve(words);
  const { rule } = (await host.call('GET', '/rule')).body;
  expect(rule).toMatchObject({ enabled: true });
  expect((await host.call('DELETE', '/rule')).status).toBe(200);
  await end(host, 'SIGTERM');
  const again = await serve(words);
  expect((await again.call('GET', '/rule')).body.rule).toBeNull();
});
