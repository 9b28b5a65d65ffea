// SPDX-License-Identifier: Apache-2.0
import { alertsQuerySchema } from '../../common/api';
import {
  alertsRequest,
  DEFAULT_LIST_STATE,
  isFiltered,
  readListState,
  unfiltered,
  writeListState,
  type ListState,
} from './list_state';

const CHOSEN: ListState = {
  status: ['open', 'acknowledged'],
  severity: ['high'],
  host: ['web 7', 'a&b=c'],
  user: ['www-data'],
  search: '/tmp/ü?',
  from: 'now-30d/d',
  to: '2026-11-24T12:00:00.000Z',
  sort: 'riskScore',
  order: 'asc',
  page: 3,
  perPage: 50,
};

test('an address without a query is the default', () => {
  expect(readListState('')).toEqual(DEFAULT_LIST_STATE);
  expect(writeListState(DEFAULT_LIST_STATE)).toBe('');
});

test('an address gives back the state that it was written for', () => {
  const address = writeListState(CHOSEN);
  expect(address).toMatch(/^\?status=open&status=acknowledged&severity=high&host=web\+7&/);
  expect(readListState(address)).toEqual(CHOSEN);
});

test('what makes no sense takes its default', () => {
  expect(
    readListState(
      '?status=gone&status=open&status=open&severity=&from=soon&to=&sort=x&order=up&page=-1&perPage=7&other=1',
    ),
  ).toEqual({ ...DEFAULT_LIST_STATE, status: ['open'] });
});

test('no page is asked for that the server refuses', () => {
  expect(readListState('?page=999999&perPage=100').page).toBe(100);
});

test('filters are told from the time, and can be taken away', () => {
  expect(isFiltered({ ...DEFAULT_LIST_STATE, from: 'now-1h', page: 2 })).toBe(false);
  expect(isFiltered({ ...DEFAULT_LIST_STATE, search: 'x' })).toBe(true);
  expect(unfiltered(CHOSEN)).toEqual({
    ...DEFAULT_LIST_STATE,
    from: 'now-30d/d',
    to: '2026-11-24T12:00:00.000Z',
    sort: 'riskScore',
    order: 'asc',
    perPage: 50,
  });
});

test('the request is one that the server accepts', () => {
  const now = Date.parse('2026-11-24T12:00:00.000Z');
  const request = alertsRequest({ ...CHOSEN, from: 'now-1h' }, now);
  expect(alertsQuerySchema.parse(request)).toEqual({
    ...CHOSEN,
    from: '2026-11-24T11:00:00.000Z',
    to: '2026-11-24T12:00:00.000Z',
  });
});

test('alerts are not cut off at the moment of the request', () => {
  expect(alertsRequest(DEFAULT_LIST_STATE, Date.now())).not.toHaveProperty('to');
});
