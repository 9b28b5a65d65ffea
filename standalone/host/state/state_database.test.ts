// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ClassicLevel } from 'classic-level';
import { useTempFolder } from '../../input/temp_folder_test_helpers';
import { ContentSum } from './content_sum';
import { StateDatabase } from './state_database';

const all = useTempFolder();
const folder = (): string => mkdtempSync(path.join(all.path, 'data-'));

const open = async (place: string) => {
  const reports: string[] = [];
  const database = await StateDatabase.open(place, (message) => reports.push(message));
  return { database, reports };
};

it('has what was flushed when it is opened again, large numbers too', async () => {
  const place = folder();
  const { database } = await open(place);
  database.record('alerts', 'a', { number: 9007199254740993n });
  database.record('alerts', 'b', { gone: true });
  database.record('tasks', 'a', { state: '{}' });
  await database.flush();
  database.record('alerts', 'b', undefined);
  await database.close();

  const again = await open(place);
  expect(again.database.load('alerts')).toEqual(new Map([['a', { number: 9007199254740993n }]]));
  expect(again.database.load('tasks')).toEqual(new Map([['a', { state: '{}' }]]));
  expect(again.reports).toEqual([]);
  await again.database.close();
});

it.each([
  ['is missing', async (level: ClassicLevel) => level.del('alerts\ta')],
  ['is another', async (level: ClassicLevel) => level.put('alerts\ta', '2')],
  ['is no JSON', async (level: ClassicLevel) => level.put('alerts\ta', '{')],
  ['is too many', async (level: ClassicLevel) => level.put('alerts\tc', '1')],
])('is set aside when a record %s', async (_, harm) => {
  const place = folder();
  const { database } = await open(place);
  database.record('alerts', 'a', 1);
  database.record('alerts', 'b', 1);
  await database.close();
  const level = new ClassicLevel(path.join(place, 'state'));
  await harm(level);
  await level.close();

  const again = await open(place);
  expect(again.database.load('alerts').size).toBe(0);
  expect(again.reports[0]).toMatch(/is damaged .* renamed to .*state\.damaged-/);
  expect(readdirSync(place)).toHaveLength(2);
  await again.database.close();
});

it('says what to do when nothing more can be written, once and to all who wait', async () => {
  const database = new StateDatabase(
    '/data/state',
    {
      batch: () =>
        Promise.reject(
          Object.assign(new Error('Batch failed'), { cause: new Error('No space left on device') }),
        ),
      close: () => Promise.resolve(),
    } as unknown as ClassicLevel,
    new ContentSum(),
    new Map(),
    true,
  );
  database.record('alerts', 'a', 1);
  const message =
    /data.state: The state can not be written \(No space left on device\).* Free space on the disk/;
  await expect(database.flush()).rejects.toThrow(message);
  await expect(database.broken).rejects.toThrow(message);
  await database.close();
});
