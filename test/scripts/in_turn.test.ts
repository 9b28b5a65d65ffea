// SPDX-License-Identifier: Apache-2.0
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { useTempFolder } from '../../standalone/input/temp_folder_test_helpers';
import { ROOT } from '../root';

const folder = useTempFolder();
const lock = path.join(folder.path, 'lock');
const told = path.join(folder.path, 'told');

const SCRIPT = `
  import { appendFileSync } from 'node:fs';
  import { setTimeout as pause } from 'node:timers/promises';
  import { inTurn } from '${pathToFileURL(path.join(ROOT, 'scripts/in_turn.mjs')).href}';
  const [lock, told] = process.argv.slice(1);
  await inTurn(lock, async () => {
    appendFileSync(told, 'begins ');
    await pause(100);
    appendFileSync(told, 'ends ');
  });
`;

/** A process that works in its turn. @returns its exit code */
const work = (): Promise<number | null> =>
  new Promise((resolve, reject) => {
    const words = ['--input-type=module', '--eval', SCRIPT, lock, told];
    spawn(process.execPath, words, { stdio: 'inherit' }).on('error', reject).on('exit', resolve);
  });

beforeEach(() => writeFileSync(told, ''));

it('lets one process begin when the one before has ended', async () => {
  expect(await Promise.all([work(), work(), work()])).toEqual([0, 0, 0]);
  expect(readFileSync(told, 'utf8')).toBe('begins ends '.repeat(3));
  expect(existsSync(lock)).toBe(false);
});

it('waits for no process that was killed', async () => {
  const { pid } = spawnSync(process.execPath, ['--version']);
  writeFileSync(lock, String(pid));
  expect(await work()).toBe(0);
  expect(readFileSync(told, 'utf8')).toBe('begins ends ');
});
