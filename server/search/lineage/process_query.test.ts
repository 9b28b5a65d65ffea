// SPDX-License-Identifier: Apache-2.0
import {
  aboutNaming,
  aboutPromises,
  aboutRooted,
  aboutRuns,
  filesBy,
  startsOf,
} from './process_query';
import { meets } from './query_test_helpers';

const PROCESSES = [
  { host: 'id:h', key: 'id:p' },
  { host: 'id:h', key: 'pid:7' },
];

const event = (category: string, action: string, process: object, host = 'h') => ({
  host: { id: host },
  event: { category, action },
  process,
});
const SELF = { entity_id: 'p' };
const CHILD = { entity_id: 'q', parent: { entity_id: 'p' } };
const GRANDCHILD = { entity_id: 'r', parent: { entity_id: 'q' }, Ext: { ancestry: ['q', 'p'] } };
const OTHER = { entity_id: 'z', parent: { entity_id: 'y' }, Ext: { ancestry: ['y'] } };

test.each([
  ['starts', startsOf, [true, false, false, false]],
  ['of naming ones', aboutNaming, [true, true, false, false]],
  ['of runs', aboutRuns, [true, true, true, false]],
  ['of promising ones', aboutPromises, [true, false, false, false]],
  ['below another root', aboutRooted, [true, true, true, false]],
] as const)('%s', (_, query, expected) => {
  const found = [SELF, CHILD, GRANDCHILD, OTHER].map((process) =>
    meets(query(PROCESSES), event('process', 'fork', process)),
  );
  expect(found).toEqual(expected);
  expect(meets(query(PROCESSES), event('process', 'end', SELF))).toBe(false);
});

test('a pid counts on its host, where there is no entity id', () => {
  const starts = (process: object, host?: string) =>
    meets(startsOf(PROCESSES), event('process', 'exec', process, host));
  expect(starts({ pid: 7 })).toBe(true);
  expect(starts({ pid: 7, entity_id: 'x' })).toBe(false);
  expect(starts({ pid: 7 }, 'other')).toBe(false);
  expect(starts({ pid: 8 })).toBe(false);
});

test('how processes end that promise files, where they say that they failed', () => {
  const ends = (process: object) =>
    meets(aboutPromises(PROCESSES), event('process', 'end', process));
  expect(ends({ ...SELF, exit_code: 1 })).toBe(true);
  expect(ends({ ...SELF, exit_code: 0 })).toBe(false);
  expect(ends(SELF)).toBe(false);
  expect(ends({ ...CHILD, exit_code: 1 })).toBe(false);
});

test('what processes write', () => {
  const written = (action: string) => event('file', action, SELF);
  expect(meets(aboutNaming(PROCESSES), written('creation'))).toBe(true);
  expect(meets(aboutNaming(PROCESSES), written('rename'))).toBe(false);
  expect(meets(filesBy(PROCESSES), written('rename'))).toBe(true);
  expect(meets(filesBy(PROCESSES), written('deletion'))).toBe(false);
});
