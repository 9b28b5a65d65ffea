// SPDX-License-Identifier: Apache-2.0
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { RECORDINGS_FILES, ROOT, runCli } from '../cli/run_cli';
import { useFolder, type Body } from './host_process';

const folder = useFolder();
let child: ChildProcess | undefined;

afterEach(() => {
  child?.kill('SIGKILL');
  child = undefined;
});

const run = (command: string, words: readonly string[], cwd: string): string => {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd, encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`${command} has failed: ${stderr}`);
  }
  return stdout;
};

/** Packs the package as it would be published, and unpacks it as an installation does. */
const installPacked = (): { readonly bin: string; readonly files: readonly string[] } => {
  const place = folder();
  // What is packed has been bundled already.
  const words = ['pack', '--ignore-scripts', '--json', '--pack-destination', place];
  const [packed] = JSON.parse(run('npm', words, ROOT)) as [
    { filename: string; files: { path: string }[] },
  ];
  run('tar', ['-xzf', packed.filename], place);
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(place, 'node_modules'));
  return {
    bin: path.join(place, 'package', 'bin', 'recently-compiled.js'),
    files: packed.files.map((file) => file.path),
  };
};

const serving = (bin: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const words = [bin, 'serve', ...RECORDINGS_FILES, '--port', '0', '--data', folder()];
    const started = spawn(process.execPath, words, { cwd: folder() });
    child = started;
    let text = '';
    started.stdout.setEncoding('utf8').on('data', (more: string) => {
      text += more;
      const [, url] = /at (http:\S+)\/app/.exec(text) ?? [];
      if (url !== undefined) {
        resolve(url);
      }
    });
    started.stderr.setEncoding('utf8').on('data', (more: string) => (text += more));
    started.once('exit', () => reject(new Error(text)));
  });

it('holds what runs, no sources, and serves the app in both languages', async () => {
  await runCli(['serve', '--help']);
  const { bin, files } = installPacked();
  for (const needed of [
    'build/cli.js',
    'build/host.js',
    'build/browser/main.js',
    'LICENSE',
    'NOTICE',
  ]) {
    expect(files).toContain(needed);
  }
  expect(
    files.filter((file) => /\.tsx?$|^(?:test|standalone|server|public|common)\//.test(file)),
  ).toEqual([]);

  const url = await serving(bin);
  const page = await (await fetch(`${url}/app/recentlyCompiled/alerts`)).text();
  for (const [, asset] of page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)) {
    expect((await fetch(`${url}${asset}`)).status).toBe(200);
  }
  for (const theme of ['light', 'dark']) {
    expect((await fetch(`${url}/assets/eui_theme_${theme}.css`)).status).toBe(200);
  }
  const status = async (language: string): Promise<Body> => {
    const headers = { 'accept-language': language };
    return (await fetch(`${url}/internal/recently_compiled_host/status`, { headers })).json();
  };
  expect((await status('en')).events.count).toBe(2667);
  expect((await status('zh-CN')).time.explanation).toContain('录制数据');
});
