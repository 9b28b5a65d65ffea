// SPDX-License-Identifier: Apache-2.0
import { oneAtATime } from './one_at_a_time';

it('begins a task when the one before has ended, however that ended', async () => {
  const inTurn = oneAtATime();
  const told: string[] = [];
  const task = (name: string) =>
    inTurn(async () => {
      told.push(`${name} begins`);
      await Promise.resolve();
      told.push(`${name} ends`);
      if (name === 'b') {
        throw new Error('b failed');
      }
      return name;
    });
  const ended = await Promise.allSettled(['a', 'b', 'c'].map(task));
  expect(told).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(ended).toEqual([
    { status: 'fulfilled', value: 'a' },
    { status: 'rejected', reason: new Error('b failed') },
    { status: 'fulfilled', value: 'c' },
  ]);
});
