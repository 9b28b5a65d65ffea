// SPDX-License-Identifier: Apache-2.0
import type { FieldDescription, IndexDescription } from '../../search/event_index';
import { chooseTiebreaker } from './choose_tiebreaker';

const indices = ['a', 'b', 'c', 'd', 'e'];

const described = (description: Partial<FieldDescription>): IndexDescription => ({
  indices,
  fields: new Map([['event.sequence', { types: [], unmappedIn: [], ...description }]]),
});

test('takes the field that all indices map as a number', () => {
  const types = [
    { type: 'long', indices: ['a', 'b'] },
    { type: 'integer', indices: ['c', 'd', 'e'] },
  ];
  expect(chooseTiebreaker('event.sequence', described({ types }))).toEqual({
    field: 'event.sequence',
    warning: undefined,
  });
});

test.each([null, ''])('takes none where none is wanted: %j', (wanted) => {
  expect(chooseTiebreaker(wanted, described({}))).toEqual({ field: undefined, warning: undefined });
});

test.each([
  [
    'text in some',
    {
      types: [
        { type: 'long', indices: ['a'] },
        { type: 'keyword', indices: ['b'] },
      ],
    },
    'is keyword in [b]',
  ],
  [
    'missing in many',
    { types: [{ type: 'long', indices: ['a'] }], unmappedIn: ['b', 'c', 'd', 'e'] },
    'is not mapped in [b, c, d and 1 more]',
  ],
  ['missing in all', { unmappedIn: indices }, 'is not mapped in [a, b, c and 2 more]'],
])('warns of a field that is %s', (_, description, place) => {
  const { field, warning } = chooseTiebreaker('event.sequence', described(description));
  expect(field).toBeUndefined();
  expect(warning?.message).toContain(`[event.sequence] ${place}`);
});
