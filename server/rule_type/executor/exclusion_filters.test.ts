// SPDX-License-Identifier: Apache-2.0
import type { SourceEvent } from '../../../common/alerts';
import type { Exclusion, ExclusionEntry } from '../../../common/exclusions';
import { exclusionFilters } from './exclusion_filters';

const now = Date.parse('2026-11-24T12:00:00Z');

const exclusion = (name: string, ...entries: ExclusionEntry[]): Exclusion => ({
  item_id: name,
  list_id: 'list',
  name,
  description: '',
  os_types: [],
  entries,
});

const match = (field: string, value: string): ExclusionEntry => ({
  type: 'match',
  operator: 'included',
  field,
  value,
});

const list = (field: string): ExclusionEntry => ({
  type: 'list',
  operator: 'included',
  field,
  list: { id: 'addresses', type: 'keyword' },
});

const load = (exclusions: Exclusion[], values?: readonly string[]) =>
  exclusionFilters({ exclusions, valueLists: () => values, notRead: [] }, now);

const events = (source: Record<string, unknown>, other: Record<string, unknown>): SourceEvent[] =>
  [source, other].map((_source, i) => ({ _id: `${i}`, _index: 'i', _source }));

test('an exclusion of single events goes along with the search', () => {
  const { filter, hides, warnings } = load([exclusion('ci', match('host.name', 'build-1'))]);
  expect(JSON.stringify(filter)).toContain('"match_phrase":{"host.name":"build-1"}');
  expect(hides(events({ host: { name: 'build-1' } }, {}))).toBe(false);
  expect(warnings).toEqual([]);
});

test('an exclusion whose fields lie on different events hides whole sequences', () => {
  const { filter, hides } = load([
    exclusion('tool', match('file.name', 'tool'), match('destination.ip', '10.0.0.1')),
  ]);
  const file = { file: { name: 'tool' } };
  expect(filter).toBeUndefined();
  expect(hides(events(file, { destination: { ip: '10.0.0.1' } }))).toBe(true);
  expect(hides(events(file, { destination: { ip: '10.0.0.2' } }))).toBe(false);
});

test('an expired one is off', () => {
  const expired = {
    ...exclusion('old', match('host.name', 'a')),
    expire_time: '2026-11-24T11:59:59Z',
  };
  expect(load([expired]).filter).toBeUndefined();
});

test('what can not be applied is named, and the others still apply', () => {
  const { filter, warnings } = load([
    exclusion('by list', list('host.name')),
    exclusion('across', list('file.name'), match('destination.ip', '10.0.0.1')),
    exclusion('ci', match('host.name', 'build-1')),
  ]);
  expect(warnings.map(({ message }) => message)).toEqual([
    'The exclusion [by list] is not applied: The value list [addresses] can not be read',
    'The exclusion [across] is not applied: The value list [addresses] can not be read',
  ]);
  expect(JSON.stringify(filter)).toContain('build-1');
});

test('what could not be read is passed on', () => {
  const notice = { message: 'The list is gone', remedy: 'Attach another' };
  const { warnings } = exclusionFilters(
    { exclusions: [], valueLists: () => undefined, notRead: [notice] },
    now,
  );
  expect(warnings).toEqual([notice]);
});
