// SPDX-License-Identifier: Apache-2.0
import type { AlertsOverTimeResponse } from '../../common/api';
import { alertPoints, alertRows, OTHERS, seriesOf } from './alert_series';

const ANSWER: AlertsOverTimeResponse = {
  from: '2026-11-24T10:05:00.000Z',
  to: '2026-11-24T12:05:00.000Z',
  columnMs: 3_600_000,
  columns: ['2026-11-24T10:00:00.000Z', '2026-11-24T11:00:00.000Z', '2026-11-24T12:00:00.000Z'],
  total: 6,
  severities: [
    { name: 'high', total: 1, counts: [1, 0, 0] },
    { name: 'medium', total: 5, counts: [2, 0, 3] },
  ],
  hosts: [{ name: 'web7', total: 4, counts: [2, 0, 2] }],
  onOtherHosts: 2,
};

test('by severity, worst first', () => {
  expect(seriesOf(ANSWER, 'severity').map(({ name }) => name)).toEqual(['high', 'medium']);
  expect(alertPoints(ANSWER, 'severity')).toContainEqual({
    time: Date.parse('2026-11-24T12:00:00.000Z'),
    name: 'medium',
    count: 3,
  });
  expect(alertPoints(ANSWER, 'severity')).toHaveLength(6);
});

test('by host, with what is left for all others', () => {
  expect(seriesOf(ANSWER, 'host')).toEqual([
    { name: 'web7', total: 4, counts: [2, 0, 2] },
    { name: OTHERS, total: 2, counts: [1, 0, 1] },
  ]);
  expect(seriesOf({ ...ANSWER, onOtherHosts: 0 }, 'host').map(({ name }) => name)).toEqual([
    'web7',
  ]);
});

test('the table has the times with alerts, newest first', () => {
  expect(alertRows(ANSWER, 'host')).toEqual([
    { start: '2026-11-24T12:00:00.000Z', total: 3, counts: { web7: 2, [OTHERS]: 1 } },
    { start: '2026-11-24T10:00:00.000Z', total: 3, counts: { web7: 2, [OTHERS]: 1 } },
  ]);
});
