// SPDX-License-Identifier: Apache-2.0
import type { Finding } from '../../common/search';
import { attackEvents } from '../attack_test_helpers';
import { EVENT_COLUMNS } from './event_columns';
import { formatTime } from './format_values';

const cells = (finding: Finding): Record<string, string> =>
  Object.fromEntries(EVENT_COLUMNS.map(({ title, text }) => [title, text(finding)]));

const events = attackEvents().map((_source, i) => ({ _id: `e${i}`, _source }));

describe('EVENT_COLUMNS', () => {
  it('tell when the last event was, where, under which keys, and what happened', () => {
    expect(cells({ joinKeys: ['web-1', null, 7n], events })).toEqual({
      TIME: formatTime(Date.parse('2026-03-01T10:00:04.500Z')),
      HOST: 'web-1',
      'JOIN KEYS': 'web-1, none, 7',
      EVENTS: 'gcc exec > ld creation > implant exec > implant connection_attempted',
    });
  });

  it('tell of an event that had to be missing, and go by the last that is there', () => {
    expect(cells({ joinKeys: undefined, events: [events[0] ?? null, null] })).toEqual({
      TIME: formatTime(Date.parse('2026-03-01T10:00:00Z')),
      HOST: 'web-1',
      'JOIN KEYS': '',
      EVENTS: 'gcc exec > missing',
    });
  });

  it('name an event by its id where it tells nothing else', () => {
    expect(cells({ joinKeys: undefined, events: [{ _id: 'e9', _source: {} }] })).toEqual({
      TIME: '',
      HOST: '',
      'JOIN KEYS': '',
      EVENTS: 'e9',
    });
  });
});
