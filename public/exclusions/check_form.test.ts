// SPDX-License-Identifier: Apache-2.0
import { checkForm, hasErrors } from './check_form';
import { emptyForm, fieldCondition, formOf, type Condition, type ExclusionForm } from './form';
import { CI_ITEM, UNREADABLE_ITEM } from './exclusions_test_data';

const NOW = Date.parse('2026-11-24T12:00:00.000Z');

const check = (changes: Partial<ExclusionForm>) =>
  checkForm({ ...formOf(CI_ITEM), ...changes }, NOW);
const checkCondition = (condition: Condition) => check({ groups: [[condition]] });

test('a stored exclusion has no problems', () => {
  expect(check({})).toEqual([]);
});

test('an empty form says at once what it lacks', () => {
  const problems = checkForm(emptyForm(), NOW);
  expect(problems.map(({ field }) => field)).toEqual(['name', 'groups[0][0].field']);
  expect(hasErrors(problems)).toBe(true);
});

test.each<[string, Condition, string, RegExp]>([
  ['no value', fieldCondition('host.name'), 'value', /no value/],
  ['an empty value', fieldCondition('host.name', 'match', ['']), 'value', /no value/],
  ['no address', fieldCondition('destination.ip', 'match', ['ci-1']), 'value', /ci-1 is neither/],
  [
    'a block that is none',
    fieldCondition('destination.ip', 'match_any', ['10.0.0.1', '10.0.0.0/99']),
    'value',
    /10\.0\.0\.0\/99 is neither/,
  ],
  ['no number', fieldCondition('destination.port', 'match', ['https']), 'value', /no whole number/],
  [
    'a pattern for addresses',
    fieldCondition('destination.ip', 'wildcard', ['10.0.0.1']),
    'operator',
    /type ip/,
  ],
  [
    'a list of text',
    { ...fieldCondition('host.name', 'list', ['l']), listType: 'text' },
    'value',
    /type text is not applied/,
  ],
])('refuses %s', (_, condition, place, message) => {
  expect(checkCondition(condition)).toEqual([
    {
      field: `groups[0][0].${place}`,
      level: 'error',
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(/./),
    },
  ]);
});

test.each([
  fieldCondition('destination.ip', 'match', ['10.0.0.0/8']),
  fieldCondition('destination.ip', 'match_any', ['fd00::/8', '::1']),
  fieldCondition('destination.port', 'match', ['443']),
  fieldCondition('process.command_line', 'wildcard', ['*']),
  fieldCondition('host.name', 'exists'),
])('takes %j', (condition) => {
  expect(checkCondition(condition)).toEqual([]);
});

test.each<[string, Partial<ExclusionForm>, string]>([
  ['an unknown field', { groups: [[fieldCondition('hots.name', 'exists')]] }, 'groups[0][0].field'],
  [
    'a space at the end',
    { groups: [[fieldCondition('host.name', 'match', ['ci-1 '])]] },
    'groups[0][0].value',
  ],
  ['an end that is over', { expireTime: '2026-11-24T12:00:00.000Z' }, 'expireTime'],
])('warns of %s, which can be saved', (_, changes, field) => {
  const problems = check(changes);
  expect(problems).toMatchObject([{ field, level: 'warning' }]);
  expect(hasErrors(problems)).toBe(false);
});

test('a condition that nobody can apply must go', () => {
  expect(checkForm(formOf(UNREADABLE_ITEM), NOW)).toMatchObject([
    { field: 'groups[0][0]', level: 'error', remedy: expect.stringContaining('Remove it') },
  ]);
});

test.each([
  ['name', { name: 'x'.repeat(257) }],
  ['comment', { comment: 'x'.repeat(4097) }],
])('a %s can be too long', (field, changes) => {
  expect(check(changes)).toMatchObject([{ field, level: 'error' }]);
});
