// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../cli/run_cli';
import { useFolder } from './host_process';

const BUNDLER = path.join(ROOT, 'scripts', 'bundle_browser.js');

const newFolder = useFolder();
let [sources, page] = ['', ''];

beforeEach(() => {
  sources = path.join(newFolder(), 'sources');
  page = path.join(path.dirname(sources), 'page');
  mkdirSync(sources);
  write('main.tsx', "void import('./part').then(({ part }) => document.body.append(part));");
  write('part.ts', "export const part = 'first';");
});

const write = (name: string, text: string): void => writeFileSync(path.join(sources, name), text);

const runBundler = (): { status: number | null; stderr: string } => {
  const words = [BUNDLER, path.join(sources, 'main.tsx'), page];
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  return { status, stderr };
};

const bundle = (): string[] => {
  expect(runBundler()).toEqual({ status: 0, stderr: '' });
  return readdirSync(page).sort();
};

const read = (name: string): string => readFileSync(path.join(page, name), 'utf8');
const partsOf = (names: readonly string[]): string[] =>
  names.filter((name) => name.startsWith('part-'));

it('bundles again into the folder that hosts read, under the same names', () => {
  const first = bundle();
  const { ino } = statSync(page);
  expect(first).toEqual(
    expect.arrayContaining(['eui_theme_dark.css', 'eui_theme_light.css', 'main.js']),
  );
  expect(bundle()).toEqual(first);
  expect(statSync(page).ino).toBe(ino);
});

it('names its parts by what they hold, and leaves none of an earlier page', () => {
  const [first] = partsOf(bundle());
  write('part.ts', "export const part = 'second';");
  const parts = partsOf(bundle());
  expect(parts).toHaveLength(1);
  expect(parts[0]).not.toBe(first);
  expect(read(parts[0] ?? '')).toContain('second');
  expect(read('main.js')).toContain(parts[0]);
});

it('writes the entry last, by which a page left half-way is known', () => {
  const [part = ''] = partsOf(bundle());
  rmSync(page, { recursive: true });
  // No file can be renamed to where a folder stands.
  mkdirSync(path.join(page, part), { recursive: true });
  expect(runBundler().status).not.toBe(0);
  expect(readdirSync(page)).not.toContain('main.js');
});

it('leaves nothing beside the folder', () => {
  bundle();
  expect(readdirSync(path.dirname(page)).sort()).toEqual(['page', 'sources']);
});
