// SPDX-License-Identifier: Apache-2.0
import { CI_ITEM, OLD_ITEM } from './exclusions_test_data';
import { filterItems, filterOf, queryOf, type ItemFilter } from './filter_items';

const ITEMS = [CI_ITEM, OLD_ITEM];
const names = (filter: Partial<ItemFilter>) =>
  filterItems(ITEMS, { search: '', shown: 'all', ...filter }).map(({ name }) => name);

test.each([
  ['', ['CI', 'Old laboratory']],
  ['LABORATORY', ['Old laboratory']],
  ['builds', ['CI']],
  ['ticket', ['CI']],
  ['elastic ci-2', ['CI']],
  ['elastic nowhere', []],
])('%j finds %j', (search, expected) => {
  expect(names({ search })).toEqual(expected);
});

test('those in force and the expired ones can be shown alone', () => {
  expect(names({ shown: 'inForce' })).toEqual(['CI']);
  expect(names({ shown: 'expired' })).toEqual(['Old laboratory']);
});

test.each<[ItemFilter, string]>([
  [{ search: '', shown: 'all' }, ''],
  [{ search: 'a b&c', shown: 'all' }, '?search=a+b%26c'],
  [{ search: '', shown: 'expired' }, '?show=expired'],
])('%j stands in the address as %j', (filter, query) => {
  expect(queryOf(filter)).toBe(query);
  expect(filterOf(query)).toEqual(filter);
});

test('an address with something else shows all', () => {
  expect(filterOf('?show=none')).toEqual({ search: '', shown: 'all' });
});
