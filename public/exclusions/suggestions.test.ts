// SPDX-License-Identifier: Apache-2.0
import { ALERT_EVENTS } from './exclusions_test_data';
import { suggestedFields, suggestedValues } from './suggestions';

test('the usual fields come first, each field once', () => {
  const fields = suggestedFields([]);
  expect(fields.slice(0, 3)).toEqual(['host.name', 'user.name', 'process.executable']);
  expect(fields).toContain('process.entry_leader.executable');
  expect(new Set(fields).size).toBe(fields.length);
});

test('of an alert, fields that its events have come before all others', () => {
  const fields = suggestedFields(ALERT_EVENTS);
  expect(fields.slice(0, 6)).toEqual([
    'host.name',
    'process.executable',
    'process.name',
    'file.path',
    'destination.ip',
    'destination.port',
  ]);
  expect(fields).toContain('user.name');
});

test.each([
  ['process.name', ['gcc', 'ld', 'rs']],
  ['process.args', ['gcc', '-o', 'rs', 'rs.c']],
  ['destination.port', ['4444']],
  ['user.name', []],
  ['process', []],
])('the values of %s are those of the events: %j', (field, values) => {
  expect(suggestedValues(ALERT_EVENTS, field)).toEqual(values);
});
