// SPDX-License-Identifier: Apache-2.0
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { removeTemporaryFolders, ROOT, temporaryFolder, writeFiles } from './project';
import { runScript } from './run_script';

afterAll(removeTemporaryFolders);

/** Plays the checkout's script: says where and with what it runs, and fails as told. */
const SCRIPT = `
  console.log(JSON.stringify({ cwd: process.cwd(), args: process.argv.slice(2) }));
  process.exit(process.argv.includes('--skip-archive') ? 3 : 0);`;

function projectIn(kibana: string, folder: string): string {
  const project = path.join(kibana, folder);
  mkdirSync(project, { recursive: true });
  for (const file of ['kibana.jsonc', 'package.json']) {
    copyFileSync(path.join(ROOT, file), path.join(project, file));
  }
  return project;
}

function checkout(): string {
  const kibana = temporaryFolder();
  writeFiles(kibana, {
    'package.json': '{ "name": "kibana", "version": "8.12.2" }',
    'scripts/plugin_helpers.js': SCRIPT,
  });
  return kibana;
}

const pluginHelpers = (project: string, args: string[]) =>
  runScript(project, 'plugin_helpers.ts', args);

const json = (project: string, file: string) =>
  JSON.parse(readFileSync(path.join(project, file), 'utf8')) as Record<string, unknown>;

test('in a checkout it writes both files for it and runs its helpers', () => {
  const project = projectIn(checkout(), 'plugins/recentlyCompiled');
  const { status, stdout } = pluginHelpers(project, ['build']);
  expect(JSON.parse(stdout)).toEqual({ cwd: project, args: ['build'] });
  expect(status).toBe(0);
  expect(json(project, 'kibana.json')).toMatchObject({
    id: 'recentlyCompiled',
    kibanaVersion: '8.12.2',
    server: true,
    ui: true,
  });
  expect(json(project, '.kibana-plugin-helpers.json')).toEqual({
    serverSourcePatterns: expect.arrayContaining(['package.json']),
  });
});

test('fails as they fail', () => {
  const project = projectIn(checkout(), 'plugins/recentlyCompiled');
  expect(pluginHelpers(project, ['build', '--skip-archive']).status).toBe(3);
});

test.each([
  ['another folder of a checkout', () => projectIn(checkout(), 'examples/recentlyCompiled')],
  ['a folder of plugins elsewhere', () => projectIn(temporaryFolder(), 'plugins/recentlyCompiled')],
])('in %s it says where it belongs, and writes nothing', (_, makeProject) => {
  const project = makeProject();
  const { status, stderr } = pluginHelpers(project, ['build']);
  expect(stderr).toContain('is not in a checkout of Kibana');
  expect(stderr).toContain('<kibana>/plugins/recentlyCompiled');
  expect(status).toBe(1);
  expect(existsSync(path.join(project, 'kibana.json'))).toBe(false);
});
