// SPDX-License-Identifier: Apache-2.0
import { appendFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { useTempFolder } from '../../input/temp_folder_test_helpers';
import { followFile } from './follow_file';

const folder = useTempFolder();

interface Following {
  readonly lines: string[];
  readonly notices: string[];
  until(holds: () => boolean): Promise<void>;
  stop(): Promise<void>;
}

const follow = (file: string): Following => {
  const controller = new AbortController();
  const lines: string[] = [];
  const notices: string[] = [];
  const done = followFile(file, {
    signal: controller.signal,
    onLines: async (found) => void lines.push(...found),
    onNotice: (message) => void notices.push(message),
    lookEvery: 5,
  });
  return {
    lines,
    notices,
    until: async (holds) => {
      while (!holds()) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    },
    stop: () => {
      controller.abort();
      return done;
    },
  };
};

it('goes on with the new file after a rotation, and loses no line of the old one', async () => {
  const file = path.join(folder.path, 'events.ndjson');
  writeFileSync(file, 'one\n');
  const following = follow(file);
  await following.until(() => following.lines.length === 1);
  appendFileSync(file, 'two\n');
  renameSync(file, `${file}.1`);
  await following.until(() => following.notices.length === 1);
  writeFileSync(file, 'three\n');
  await following.until(() => following.lines.length === 3);
  await following.stop();
  expect(following.lines).toEqual(['one', 'two', 'three']);
  expect(following.notices[0]).toMatch(/the file is gone/);
  expect(following.notices[1]).toMatch(/read from the beginning/);
});

it('refuses a file that is not there', async () => {
  await expect(follow(path.join(folder.path, 'none')).stop()).rejects.toThrow(
    'There is no such file',
  );
});
