// SPDX-License-Identifier: Apache-2.0
import { UnsearchedEvents } from './rule_progress';

it('tells each rule the earliest time once, however often events come before its next run', () => {
  const unsearched = new UnsearchedEvents();
  unsearched.add(['a', 'b'], 500);
  unsearched.add(['a'], 300);
  unsearched.add(['a'], 900);
  expect([unsearched.take('a'), unsearched.take('a')]).toEqual([300, undefined]);
  // What comes while the run that has taken it is under way is for the next one.
  unsearched.add(['a'], 700);
  expect([unsearched.take('a'), unsearched.take('b'), unsearched.take('c')]).toEqual([
    700,
    500,
    undefined,
  ]);
});
