// SPDX-License-Identifier: Apache-2.0
import { HOST_SHOWN, HOST_SORTS, hostsQuerySchema } from '../../common/api';
import {
  DEFAULT_SETUP_STATE,
  hostsRequest,
  readSetupState,
  writeSetupState,
  type SetupState,
} from './setup_state';

const CHOSEN: SetupState = {
  step: 'agents',
  days: 30,
  search: 'web 7&x=ü',
  show: 'published_no',
  sort: 'lastFile',
  order: 'desc',
  page: 3,
  perPage: 50,
};

test('an address without a query is the default', () => {
  expect(readSetupState('')).toEqual(DEFAULT_SETUP_STATE);
  expect(writeSetupState(DEFAULT_SETUP_STATE)).toBe('');
});

test('an address gives back the state that it was written for', () => {
  const address = writeSetupState(CHOSEN);
  expect(address).toBe(
    '?step=agents&days=30&search=web+7%26x%3D%C3%BC&show=published_no&sort=lastFile&order=desc&page=3&perPage=50',
  );
  expect(readSetupState(address)).toEqual(CHOSEN);
});

test('what makes no sense takes its default', () => {
  expect(
    readSetupState('?step=x&days=2&show=y&sort=z&order=up&page=-1&perPage=7&search=%20'),
  ).toEqual(DEFAULT_SETUP_STATE);
});

test('the API takes every state, and knows what the page knows', () => {
  expect(hostsQuerySchema.parse(hostsRequest(CHOSEN))).toEqual({
    days: 30,
    search: 'web 7&x=ü',
    show: 'published_no',
    sort: 'lastFile',
    order: 'desc',
    page: 3,
    perPage: 50,
  });
  for (const show of HOST_SHOWN) {
    expect(readSetupState(`?show=${show}`).show).toBe(show);
  }
  for (const sort of HOST_SORTS) {
    expect(readSetupState(`?sort=${sort}`).sort).toBe(sort);
  }
});
