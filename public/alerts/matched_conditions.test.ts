// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { PUBLISHED_QUERY } from '../../common/rule/published_query';
import { SEQUENCE as EVENTS } from './alert_test_data';
import { explain, sequenceQueryOf } from './matched_conditions';

const QUERY = sequenceQueryOf(PUBLISHED_QUERY)!;

test('each stage tells its conditions and the values that met them', () => {
  const { stages, isMet } = explain(QUERY, EVENTS);
  expect(isMet).toBe(true);
  expect(stages.map((conditions) => conditions.length)).toEqual([5, 4, 4, 6]);
  expect(stages[0]?.at(-1)).toEqual({
    condition: 'process.name in ("gcc", "g++", "cc")',
    isMet: true,
    found: [{ field: 'process.name', values: ['gcc'] }],
  });
  expect(stages[0]?.[0]).toEqual({
    condition: 'event.category == "process"',
    isMet: true,
    found: [{ field: 'event.category', values: ['process'] }],
  });
});

test('what must not be is told one by one', () => {
  const { stages } = explain(QUERY, EVENTS);
  expect(stages[3]?.slice(-2)).toEqual([
    {
      condition:
        'not cidrmatch(destination.ip, "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "::1")',
      isMet: true,
      found: [{ field: 'destination.ip', values: ['203.0.113.7'] }],
    },
    {
      condition: 'not process.name in ("simpleX", "conftest", "ssh", "python", "ispnull", "pvtui")',
      isMet: true,
      found: [{ field: 'process.name', values: ['revsh'] }],
    },
  ]);
});

test('the keys tell the value that all events share', () => {
  const { keys, time } = explain(QUERY, EVENTS);
  expect(keys.map(({ shared }) => shared)).toEqual([['lab1'], ['revsh']]);
  expect(keys[1]?.found).toEqual([
    { field: 'process.args', values: ['gcc', '-o', 'revsh', 'x.c'] },
    { field: 'file.name', values: ['revsh'] },
    { field: 'process.name', values: ['revsh'] },
    { field: 'process.name', values: ['revsh'] },
  ]);
  expect(time).toEqual({ limit: 60_000, taken: 4_000 });
});

test('a condition that the event does not meet is told as such', () => {
  const [compile, ...others] = EVENTS;
  const { stages, isMet } = explain(QUERY, [
    { ...compile, process: { name: 'x86_64-linux-gnu-gcc-12', args: ['revsh'] } },
    ...others,
  ]);
  expect(isMet).toBe(false);
  expect(stages[0]?.map((each) => each.isMet)).toEqual([true, true, true, true, false]);
});

test.each([
  ['another program', 2, { process: { name: 'other' } }],
  ['another host', 3, { host: { id: 'lab2' } }],
  ['too late', 3, { '@timestamp': '2026-11-24T11:56:00.001Z' }],
  ['missing', 1, undefined],
])('events that do not belong together are no match: %s', (_, at, changes) => {
  const events = EVENTS.map((event, i) => (i === at ? { ...event, ...changes } : event));
  expect(explain(QUERY, changes ? events : events.slice(1)).isMet).toBe(false);
});

test('a condition on a field that is not known here is left open', () => {
  const query = sequenceQueryOf(
    'sequence by host.id [process where acme.score > 3] [network where true]',
  )!;
  const [compile = {}, , , connect = {}] = EVENTS;
  const { stages, isMet } = explain(query, [{ ...compile, acme: { score: 7 } }, connect]);
  expect(stages[0]?.[1]).toEqual({
    condition: 'acme.score > 3',
    isMet: undefined,
    found: [{ field: 'acme.score', values: ['7'] }],
  });
  expect(isMet).toBe(true);
});

test('text that is no sequence query is none', () => {
  expect(sequenceQueryOf('process where true')).toBeUndefined();
  expect(sequenceQueryOf('sequence by [')).toBeUndefined();
});

test('a recorded reverse shell meets the published query', () => {
  const file = path.resolve(
    __dirname,
    '../../test/captures/data/invoked/35-reverse-shell.ndjson.gz',
  );
  const all = gunzipSync(readFileSync(file))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, { [name: string]: unknown }>);
  const named = (name: string, action: string, fileName?: string) =>
    all.find(
      ({ process, event, file: written }) =>
        process?.['name'] === name &&
        event?.['action'] === action &&
        (fileName === undefined || written?.['name'] === fileName),
    )!;
  const events = [
    named('gcc', 'exec'),
    named('ld', 'creation', 'implant35'),
    named('implant35', 'exec'),
    named('implant35', 'connection_attempted'),
  ];
  const { isMet, keys } = explain(QUERY, events);
  expect(isMet).toBe(true);
  expect(keys[1]?.shared).toEqual(['implant35']);
});
