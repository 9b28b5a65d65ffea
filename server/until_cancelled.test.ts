// SPDX-License-Identifier: Apache-2.0
import { untilCancelled } from './until_cancelled';

const forever = new Promise<string>(() => {});

test('gives what the work gives', async () => {
  const { signal } = new AbortController();
  await expect(untilCancelled(Promise.resolve('done'), signal, 'It')).resolves.toBe('done');
  await expect(untilCancelled(Promise.reject(new Error('x')), signal, 'It')).rejects.toThrow('x');
});

test('ends when it is called off, before or meanwhile', async () => {
  const controller = new AbortController();
  const waiting = untilCancelled(forever, controller.signal, 'The wait');
  controller.abort();
  const expected = { kind: 'cancelled', message: 'The wait was called off' };
  await expect(waiting).rejects.toMatchObject(expected);
  await expect(untilCancelled(forever, controller.signal, 'The wait')).rejects.toMatchObject(
    expected,
  );
});

test('goes on where the event is given, but nobody has called it off', async () => {
  const { signal } = new AbortController();
  const work = new Promise<string>((resolve) => {
    signal.addEventListener('abort', () => setImmediate(() => resolve('done')));
  });
  const waiting = untilCancelled(work, signal, 'The wait');
  signal.dispatchEvent(new Event('abort'));
  await expect(waiting).resolves.toBe('done');
});
