// SPDX-License-Identifier: Apache-2.0
import type { Check, CheckContext } from './check';
import { runChecks } from './run_checks';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const OPTIONS = { timeLimit: 10_000, now: () => Date.parse('2026-11-24T12:00:00Z') };

const contextWith = (signal: AbortSignal) => ({ access: { signal } }) as unknown as CheckContext;

const check = (id: Check['id'], run: Check['run']): Check => ({ id, title: () => id, run });

const good = check('hosts', async () => ({ status: 'ok', message: 'fine' }));

it('says unknown for a check that takes too long, and calls it off', async () => {
  let given: AbortSignal | undefined;
  const hanging = check('agents', ({ access }) => {
    given = access.signal;
    return new Promise(() => undefined);
  });
  const results = runChecks([hanging, good], contextWith(new AbortController().signal), OPTIONS);
  await jest.advanceTimersByTimeAsync(10_000);
  expect(await results).toEqual([
    {
      id: 'agents',
      title: 'agents',
      status: 'unknown',
      message: 'The check was not done within 10 s',
      remedy: 'Check how busy the cluster is, then run the check again',
      checkedAt: '2026-11-24T12:00:00.000Z',
    },
    {
      id: 'hosts',
      title: 'hosts',
      status: 'ok',
      message: 'fine',
      checkedAt: '2026-11-24T12:00:00.000Z',
    },
  ]);
  expect(given?.aborted).toBe(true);
});

it('says unknown for a check that throws anything', async () => {
  const broken = check('fields', async () => {
    throw new TypeError('x is undefined');
  });
  const results = await runChecks(
    [broken, good],
    contextWith(new AbortController().signal),
    OPTIONS,
  );
  expect(results).toMatchObject([
    { status: 'unknown', message: 'The check failed: x is undefined' },
    { status: 'ok' },
  ]);
});

it('calls all checks off when nobody waits for them any more', async () => {
  const gone = new AbortController();
  const signals: AbortSignal[] = [];
  const noting = check('fields', async ({ access }) => {
    signals.push(access.signal);
    gone.abort();
    return { status: 'ok', message: '' };
  });
  await runChecks([noting, noting], contextWith(gone.signal), OPTIONS);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, true]);
});
