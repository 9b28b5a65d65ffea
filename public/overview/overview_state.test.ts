// SPDX-License-Identifier: Apache-2.0
import { DEFAULT_OVERVIEW, readOverview, writeOverview } from './overview_state';

test('an address without a query stands for what is default, and the other way round', () => {
  expect(readOverview('')).toEqual(DEFAULT_OVERVIEW);
  expect(writeOverview(DEFAULT_OVERVIEW)).toBe('');
});

test('what is chosen is in the address', () => {
  const state = {
    last: '30d',
    by: 'host',
    alerts: 'table',
    runs: 'table',
    edit: 'params',
  } as const;
  expect(writeOverview(state)).toBe('?last=30d&by=host&alerts=table&runs=table&edit=params');
  expect(readOverview(writeOverview(state))).toEqual(state);
});

test('what makes no sense is passed over', () => {
  expect(readOverview('?last=1y&by=host&alerts=%3Cimg%3E&edit=everything&other=1')).toEqual({
    ...DEFAULT_OVERVIEW,
    by: 'host',
  });
});
