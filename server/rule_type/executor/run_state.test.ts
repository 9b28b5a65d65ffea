// SPDX-License-Identifier: Apache-2.0
import { parseRunState, withRun, type PastRun } from './run_state';

const CHECKPOINT = {
  searchedTo: '2026-11-24T11:41:00.000Z',
  ingestedTo: '2026-11-24T11:40:00.000Z',
};

const run = (second: number): PastRun => ({
  startedAt: new Date(second * 1000).toISOString(),
  outcome: 'succeeded',
  durationMs: 2_000,
  events: 123_456,
  sequences: 12,
  created: 12,
  latenessMs: 86_400_000,
  gapMs: 600_000,
});

test('a state from before there was a history goes on from its checkpoint', () => {
  expect(parseRunState({ version: 1, told: ['lateness'], checkpoint: CHECKPOINT })).toEqual({
    version: 1,
    told: ['lateness'],
    checkpoint: CHECKPOINT,
    history: [],
  });
});

test('a history that can not be read costs no checkpoint', () => {
  const history = [{ ...run(1), outcome: 'splendid' }];
  expect(parseRunState({ version: 1, told: [], checkpoint: CHECKPOINT, history })).toMatchObject({
    checkpoint: CHECKPOINT,
    history: [],
  });
});

test('a state of another kind can not be read', () => {
  expect(parseRunState({ version: 2, told: [], history: [] })).toBeUndefined();
});

test('the newest runs are kept, in few bytes', () => {
  let history: PastRun[] = [];
  for (let second = 1; second <= 60; second += 1) {
    history = withRun(history, run(second));
  }
  expect(history).toHaveLength(50);
  expect(history[0]).toEqual(run(11));
  expect(history.at(-1)).toEqual(run(60));
  expect(JSON.stringify(history).length).toBeLessThan(10_000);
});
