// SPDX-License-Identifier: Apache-2.0
import path from 'node:path';
import { checkCase, type Outcome } from './check_case';
import { filesIn, readSuite, type Answer, type ConformanceCase } from './conformance_files';

const files = filesIn(path.join(__dirname, 'data'), 'ecs');
if (!files) {
  throw new Error('The recordings are missing');
}
const suite = readSuite(files);

const recorded = (id: string): ConformanceCase => {
  const found = suite.cases.find((one) => one.id === id);
  if (!found) {
    throw new Error(`There is no case ${id}`);
  }
  return found;
};

const check = (id: string, changes: Partial<ConformanceCase>): Outcome =>
  checkCase({ ...recorded(id), ...changes }, suite);

/** A case of each kind that passes as it was recorded. */
const EVENTS = 'st-001';
const SEQUENCES = 'nk-005';
const MISSING = 'me-012';
const ERROR = 'bad-152';

const events = (...ids: string[]): Answer => ({ kind: 'events', ids });
const error = (reason: string): Answer => ({ kind: 'error', error: { type: 'some', reason } });

type Row = { join_keys: unknown[]; ids: (string | null)[] };

const sequences = (change: (rows: Row[]) => unknown): Answer => {
  const answer = structuredClone(recorded(SEQUENCES).expect) as unknown as { sequences: Row[] };
  change(answer.sequences);
  return answer as unknown as Answer;
};

describe('checkCase', () => {
  it.each([EVENTS, SEQUENCES, MISSING, ERROR])('passes %s as it was recorded', (id) => {
    expect(check(id, {})).toEqual({ status: 'passed' });
  });

  it.each<[string, string, Answer, string]>([
    ['an event more', EVENTS, events('st02', 'st92', 'st93'), 'row 3: expected st93, got nothing'],
    ['an event less', EVENTS, events('st02'), 'row 2: expected nothing, got st92'],
    ['another order', EVENTS, events('st92', 'st02'), 'row 1: expected st92, got st02'],
    ['no event', EVENTS, events(), 'row 1: expected nothing, got st02'],
    ['an error', EVENTS, error('all shards failed'), 'expected error, got events'],
    ['rows', ERROR, events(), 'expected events, got error'],
    [
      'a sequence more',
      SEQUENCES,
      sequences((rows) => rows.push({ join_keys: ['x'], ids: ['y', 'z'] })),
      'row 4: expected ["x"] y > z, got nothing',
    ],
    [
      'another join key',
      SEQUENCES,
      sequences(([row]) => row?.join_keys.splice(1, 1, null)),
      'row 1: expected ["ann",null] nk01 > nk04, got ["ann","x"] nk01 > nk04',
    ],
    [
      'another event in a sequence',
      SEQUENCES,
      sequences(([row]) => row?.ids.splice(1, 1, 'nk05')),
      'row 1: expected ["ann","x"] nk01 > nk05, got ["ann","x"] nk01 > nk04',
    ],
    [
      'a missing event',
      SEQUENCES,
      sequences(([row]) => row?.ids.splice(1, 0, null)),
      'row 1: expected ["ann","x"] nk01 > - > nk04, got ["ann","x"] nk01 > nk04',
    ],
    [
      'an error elsewhere',
      ERROR,
      error('line 4:4: Unknown column'),
      'expected an error at 4:4, got one at 4:3',
    ],
    [
      'two errors',
      ERROR,
      error('line 4:3: Unknown\nline 5:1: Unknown'),
      'expected an error at 4:3, 5:1, got one at 4:3',
    ],
  ])('fails where the server gave %s', (_, id, expect_, difference) => {
    expect(check(id, { expect: expect_ })).toMatchObject({ status: 'failed', difference });
  });

  it('says what was expected and what came', () => {
    expect(check(EVENTS, { expect: events('st01') })).toMatchObject({
      expected: 'st01',
      got: 'st02 | st92',
    });
    expect(check(ERROR, { expect: error('line 4:4: Unknown column') })).toMatchObject({
      expected: 'some: line 4:4: Unknown column',
      got: expect.stringMatching(/^verification error: line 4:3: .*\[bogus\]/),
    });
  });

  it('takes an error at any place where the server named none', () => {
    expect(check(ERROR, { expect: error('line -1:-1: Unknown column') }).status).toBe('passed');
    expect(check(ERROR, { expect: error('all shards failed') }).status).toBe('passed');
  });

  it('does not demand a defect of the server', () => {
    const tags = ['server-quirk'];
    expect(check(EVENTS, { expect: events(), tags }).status).toBe('skipped');
    expect(check(EVENTS, { tags }).status).toBe('passed');
  });

  it('takes either answer where the server had two', () => {
    const other = { expect: events(), expect_other_result_position: events('st02', 'st92') };
    expect(check(EVENTS, { ...other, tags: ['artefact:result_position'] }).status).toBe('passed');
    expect(check(EVENTS, { ...other, tags: [] }).status).toBe('failed');
    const third = { expect: events(), expect_default_fetch_size: events('st01') };
    expect(check(EVENTS, { ...third, tags: ['artefact:fetch_size'] }).status).toBe('failed');
  });

  it.each(['fields', 'runtime_mappings'])('skips what needs a server: %s', (name) => {
    const { params } = recorded(EVENTS);
    expect(check(EVENTS, { params: { ...params, [name]: [] }, expect: events() })).toEqual({
      status: 'skipped',
      reason: `needs a server: ${name}`,
    });
  });
});
