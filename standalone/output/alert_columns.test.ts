// SPDX-License-Identifier: Apache-2.0
import { attackEvents } from '../attack_test_helpers';
import { ALERT_COLUMNS } from './alert_columns';
import { formatTime } from './format_values';

const cells = (events: readonly Record<string, unknown>[]): Record<string, string> => {
  const finding = { joinKeys: [], events: events.map((_source) => ({ _id: 'x', _source })) };
  return Object.fromEntries(ALERT_COLUMNS.map(({ title, text }) => [title, text(finding)]));
};

describe('ALERT_COLUMNS', () => {
  it('tell when, where, who, what, by what and where to', () => {
    expect(cells(attackEvents())).toEqual({
      TIME: formatTime(Date.parse('2026-03-01T10:00:04.500Z')),
      HOST: 'web-1',
      USER: 'alice',
      'COMPILED BY': 'gcc -o implant code.c',
      BINARY: '/tmp/implant',
      AFTER: '4.5 s',
      'CONNECTED TO': '203.0.113.7:4444',
      'FOUND BY': 'published',
    });
  });

  it.each<[readonly ('published' | 'lineage')[], string]>([
    [['published', 'lineage'], 'both'],
    [['lineage'], 'lineage'],
  ])('tell who found it: %s', (foundBy, text) => {
    const column = ALERT_COLUMNS.find(({ title }) => title === 'FOUND BY');
    expect(column?.text({ joinKeys: [], events: [], foundBy })).toBe(text);
  });

  it('say what is not known', () => {
    expect(cells([{}, {}, {}, {}])).toMatchObject({
      TIME: 'unknown',
      HOST: 'unknown',
      AFTER: 'unknown',
    });
  });
});
