// SPDX-License-Identifier: Apache-2.0
import { exclusionDraftSchema } from '../../common/api';
import { CI_ITEM, UNREADABLE_ITEM } from './exclusions_test_data';
import {
  addCondition,
  addGroup,
  draftOf,
  emptyForm,
  entriesOf,
  entryOf,
  fieldCondition,
  formOf,
  removeCondition,
  withOperator,
} from './form';

const EVERY_KIND = [
  { field: 'host.name', operator: 'included', type: 'match', value: 'a' },
  { field: 'host.name', operator: 'excluded', type: 'match', value: 'a' },
  { field: 'host.name', operator: 'included', type: 'match_any', value: ['a', 'b'] },
  { field: 'host.name', operator: 'excluded', type: 'match_any', value: ['a'] },
  { field: 'host.name', operator: 'included', type: 'wildcard', value: 'a*' },
  { field: 'host.name', operator: 'excluded', type: 'wildcard', value: 'a*' },
  { field: 'host.name', operator: 'included', type: 'exists' },
  { field: 'host.name', operator: 'excluded', type: 'exists' },
  { field: 'host.name', operator: 'included', type: 'list', list: { id: 'l', type: 'ip_range' } },
  { field: 'host.name', operator: 'excluded', type: 'list', list: { id: 'l', type: 'keyword' } },
  {
    field: 'file.Ext.code_signature',
    type: 'nested',
    entries: [{ field: 'trusted', operator: 'included', type: 'match', value: 'true' }],
  },
];

test.each(EVERY_KIND)('an entry is edited and saved as it was: %j', (entry) => {
  const form = formOf({ ...CI_ITEM, entries: [entry] });
  expect(entriesOf(form.groups[0] ?? [])).toEqual([entry]);
});

test('saving what nobody has touched changes nothing, and adds no comment', () => {
  const form = formOf({ ...CI_ITEM, tags: ['team-a'] });
  const draft = draftOf(form, form.groups[0] ?? []);
  expect(draft).toEqual({
    name: 'CI',
    description: 'CI hosts',
    entries: CI_ITEM.entries,
    osTypes: ['linux'],
    tags: ['team-a'],
    expireTime: '2027-01-01T00:00:00.000Z',
    comment: '',
  });
  expect(exclusionDraftSchema.parse(draft)).toEqual(draft);
});

test('an entry that nobody can apply is kept in sight', () => {
  const form = formOf(UNREADABLE_ITEM);
  expect(form.groups[0]).toEqual([
    { kind: 'kept', entry: undefined, stored: UNREADABLE_ITEM.entries[0] },
  ]);
});

test.each([
  ['without a field', fieldCondition('', 'match', ['a'])],
  ['without a value', fieldCondition('host.name')],
  ['one of none', fieldCondition('host.name', 'match_any')],
  ['in no list', fieldCondition('host.name', 'list')],
])('a condition %s is no entry yet', (_, condition) => {
  expect(entryOf(condition)).toBeUndefined();
});

describe('another operator', () => {
  const several = fieldCondition('host.name', 'match_any', ['a', 'b']);
  test.each([
    ['match', ['a']],
    ['wildcard', ['a']],
    ['match_any', ['a', 'b']],
    ['exists', []],
    ['list', []],
  ] as const)('%s keeps of the values %j', (comparison, values) => {
    expect(withOperator(several, { comparison, not: true })).toMatchObject({
      operator: { comparison, not: true },
      values,
    });
  });

  test('the id of a list is no value', () => {
    const list = fieldCondition('host.name', 'list', ['my-list']);
    expect(withOperator(list, { comparison: 'match', not: false }).values).toEqual([]);
  });
});

test('AND adds to a group, OR adds a group, and removing goes back to one empty condition', () => {
  let form = addGroup(addCondition(emptyForm(), 0));
  expect(form.groups.map((group) => group.length)).toEqual([2, 1]);
  form = removeCondition(form, 0, 0);
  form = removeCondition(form, 0, 0);
  expect(form.groups.map((group) => group.length)).toEqual([1]);
  form = removeCondition(form, 0, 0);
  expect(form.groups).toEqual([[fieldCondition()]]);
});
