// SPDX-License-Identifier: Apache-2.0
import { Failure } from '../failure';
import { retryingExclusionSource, retryingRuleSource } from '.';

const never = new AbortController().signal;

/** Is busy once, then answers. */
const busyOnce = <T>(answer: T): (() => Promise<T>) => {
  let isBusy = true;
  return async () => {
    if (isBusy) {
      isBusy = false;
      throw new Failure('busy', { message: 'm', remedy: 'r' });
    }
    return answer;
  };
};

const options = {
  deadline: 10_000,
  clock: { now: () => 0, random: () => 0, sleep: async () => {} },
};

test('exclusions are loaded again', async () => {
  const loaded = { exclusions: [], valueLists: () => undefined, notRead: [] };
  const source = retryingExclusionSource({ load: busyOnce(loaded) }, options);
  await expect(source.load([], never)).resolves.toBe(loaded);
});

test('a rule is read again', async () => {
  const source = retryingRuleSource({ read: busyOnce(undefined) }, never, options);
  await expect(source.read('id', 'default')).resolves.toBeUndefined();
});
