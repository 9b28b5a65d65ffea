// SPDX-License-Identifier: Apache-2.0
import { EqlError } from '../../common/eql/errors';
import { searchEvents, type SearchResult } from '../../common/search';
import type {
  Answer,
  ConformanceCase,
  ConformanceSuite,
  SequenceAnswer,
} from './conformance_files';

export type Outcome =
  | { readonly status: 'passed' }
  | { readonly status: 'skipped'; readonly reason: string }
  | {
      readonly status: 'failed';
      readonly expected: string;
      readonly got: string;
      readonly difference: string;
    };

/** Runs one case on our engine and compares the answer with the real ones. */
export const checkCase = (testCase: ConformanceCase, suite: ConformanceSuite): Outcome => {
  const got = answer(testCase, suite);
  if (got.kind === 'unsupported') {
    return { status: 'skipped', reason: `needs a server: ${got.reason}` };
  }
  const real = acceptedAnswers(testCase);
  const differences = real.map((expected) => differenceOf(expected, got));
  const [difference] = differences;
  const [expected] = real;
  if (differences.includes(undefined) || difference === undefined || expected === undefined) {
    return { status: 'passed' };
  }
  if (testCase.tags.includes('server-quirk')) {
    return { status: 'skipped', reason: 'a defect of the real server, which we do not copy' };
  }
  return { status: 'failed', expected: describe(expected), got: describe(got), difference };
};

/** Where the server's answer depends on how it fetches, each of its answers is right. */
const acceptedAnswers = (testCase: ConformanceCase): Answer[] => {
  const {
    expect,
    expect_other_result_position: other,
    expect_default_fetch_size: usual,
  } = testCase;
  const isArtefact = testCase.tags.some((tag) => tag.startsWith('artefact:'));
  return isArtefact ? [expect, ...(other ? [other] : []), ...(usual ? [usual] : [])] : [expect];
};

type Got =
  | Exclude<Answer, { kind: 'error' }>
  | { readonly kind: 'error'; readonly error: EqlError }
  | { readonly kind: 'unsupported'; readonly reason: string };

/** Documents of the recordings lie around this time; no case depends on the exact one. */
const NOW = Date.UTC(2026, 0, 1);

const answer = ({ query, params }: ConformanceCase, { events, schema }: ConformanceSuite): Got => {
  try {
    return toAnswer(searchEvents({ ...params, query }, events, { schema, now: NOW }));
  } catch (error) {
    if (!(error instanceof EqlError)) {
      throw error;
    }
    return error.kind === 'unsupported'
      ? { kind: 'unsupported', reason: error.problems.map(({ text }) => text).join(', ') }
      : { kind: 'error', error };
  }
};

const toAnswer = (result: SearchResult): Exclude<Answer, { kind: 'error' }> =>
  result.kind === 'events'
    ? { kind: 'events', ids: result.events.map(({ _id }) => _id) }
    : {
        kind: 'sequences',
        sequences: result.sequences.map(({ joinKeys, events }) => ({
          join_keys: joinKeys ?? null,
          ids: events.map((event) => event?._id ?? null),
        })),
      };

const differenceOf = (
  expected: Answer,
  got: Exclude<Got, { kind: 'unsupported' }>,
): string | undefined => {
  if (expected.kind === 'error' || got.kind === 'error') {
    return expected.kind === 'error' && got.kind === 'error'
      ? placeDifference(expected.error.reason ?? '', got.error)
      : `expected ${expected.kind}, got ${got.kind}`;
  }
  // A server without a hit can not say whether it would have been an event or a sequence.
  const [wanted, found] = [rowsOf(expected), rowsOf(got)];
  const first = Array.from({ length: Math.max(wanted.length, found.length) }, (_, i) => i).find(
    (i) => wanted[i] !== found[i],
  );
  return first === undefined
    ? undefined
    : `row ${first + 1}: expected ${wanted[first] ?? 'nothing'}, got ${found[first] ?? 'nothing'}`;
};

const rowsOf = (rows: Exclude<Answer, { kind: 'error' }>): string[] =>
  rows.kind === 'events' ? [...rows.ids] : rows.sequences.map(rowOf);

const rowOf = ({ join_keys: keys, ids }: SequenceAnswer): string => {
  const key = keys && keys.length > 0 ? `${toJson(keys)} ` : '';
  return key + ids.map((id) => id ?? '-').join(' > ');
};

const toJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner));

/** All places that the server names must be named, and no others; a place of -1 is none. */
const placeDifference = (reason: string, error: EqlError): string | undefined => {
  const wanted = [...reason.matchAll(/line (-?\d+):(-?\d+): /gi)]
    .map(([, line, column]) => `${line}:${column}`)
    .filter((place) => !place.startsWith('-'));
  const found = error.problems.flatMap(({ at }) => (at ? [`${at.line}:${at.column}`] : []));
  return wanted.length === 0 || wanted.sort().join() === found.sort().join()
    ? undefined
    : `expected an error at ${wanted.join(', ')}, got one at ${found.join(', ') || 'no place'}`;
};

const describe = (rows: Answer | Exclude<Got, { kind: 'unsupported' }>): string => {
  if (rows.kind !== 'error') {
    return rowsOf(rows).join(' | ') || 'no rows';
  }
  const { error } = rows;
  return error instanceof EqlError
    ? `${error.kind} error: ${error.message}`
    : `${error.type}: ${error.reason ?? ''}`;
};
