// SPDX-License-Identifier: Apache-2.0
import { exclusionSchema } from '../../common/exclusions';
import { readEntry } from './read_entry';

const { element } = exclusionSchema.shape.entries;
const base = { field: 'host.name', operator: 'included' };

test.each([
  { ...base, type: 'match', value: '' },
  { ...base, type: 'match_any', value: ['a'] },
  { ...base, type: 'wildcard', value: '*' },
  { ...base, type: 'exists' },
  { ...base, type: 'list', list: { id: 'l', type: 'text' } },
  { field: 'file.Ext', type: 'nested', entries: [{ ...base, type: 'exists' }] },
])('reads %j as the schema of the API does', (entry) => {
  expect(readEntry(entry)).toEqual({ entry });
  expect(element.parse(entry)).toEqual(entry);
});

test.each<[unknown, string]>([
  ['match', 'entries[3]'],
  [null, 'entries[3]'],
  [[], 'entries[3]'],
  [{ ...base, type: 'range' }, 'entries[3].type'],
  [{ ...base }, 'entries[3].type'],
  [{ ...base, field: '', type: 'exists' }, 'entries[3].field'],
  [{ ...base, operator: 'not', type: 'exists' }, 'entries[3].operator'],
  [{ ...base, type: 'match', value: 7 }, 'entries[3].value'],
  [{ ...base, type: 'wildcard' }, 'entries[3].value'],
  [{ ...base, type: 'match_any', value: [] }, 'entries[3].value'],
  [{ ...base, type: 'match_any', value: ['a', 1] }, 'entries[3].value'],
  [{ ...base, type: 'match_any', value: 'a' }, 'entries[3].value'],
  [{ ...base, type: 'list', list: { id: '', type: 'ip' } }, 'entries[3].list'],
  [{ ...base, type: 'list' }, 'entries[3].list'],
  [{ field: 'a', type: 'nested', entries: [] }, 'entries[3].entries'],
  [
    { field: 'a', type: 'nested', entries: [{ ...base, type: 'wildcard', value: 'x' }] },
    'entries[3].entries[0].type',
  ],
])('refuses %j, naming %s, as the schema of the API does', (entry, place) => {
  const read = readEntry(entry, 'entries[3]');
  expect(read).toMatchObject({ message: `${place} can not be used` });
  expect(read).toMatchObject({ remedy: expect.stringMatching(/^It must be: ./) });
  expect(element.safeParse(entry).success).toBe(false);
});
