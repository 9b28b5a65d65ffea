// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { exclusionSchema } from './exclusions';
import { zodMessages } from './zod_messages';

const messagesOf = (schema: z.ZodTypeAny, value: unknown): string[] => {
  const parsed = schema.safeParse(value, { errorMap: zodMessages });
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
};

it.each<[string, z.ZodTypeAny, unknown, string]>([
  ['what is missing', z.object({ id: z.string() }), {}, 'it is missing'],
  ['another type', z.string(), 5, 'it must be text, not a number'],
  ['a list for an object', z.object({}), [], 'it must be an object, not a list'],
  ['a fraction', z.number().int(), 1.5, 'it must be a whole number, not a fraction'],
  [
    'text that is no number',
    z.coerce.number(),
    'x',
    'it must be a number, not something that is no number',
  ],
  ['an unknown option', z.enum(['asc', 'desc']), 'up', 'it must be one of asc, desc'],
  [
    'no text where there is a choice',
    z.enum(['asc', 'desc']),
    5,
    'it must be one of asc, desc, not a number',
  ],
  ['another fixed value', z.literal(true), false, 'it must be true'],
  ['too small a number', z.number().min(1), 0, 'it must be at least 1'],
  ['a number that is not above a limit', z.number().positive(), 0, 'it must be more than 0'],
  ['too large a number', z.number().max(100), 101, 'it must be at most 100'],
  ['a number that is not below a limit', z.number().lt(5), 5, 'it must be less than 5'],
  ['empty text', z.string().min(1), '', 'it is empty'],
  ['short text', z.string().min(2), 'a', 'it must have at least 2 characters'],
  ['long text', z.string().max(1), 'ab', 'it may have at most 1 character'],
  ['a list without entries', z.array(z.string()).min(1), [], 'it must have at least 1 entry'],
  ['a long list', z.array(z.number()).max(2), [1, 2, 3], 'it may have at most 2 entries'],
  ['no time', z.string().datetime(), '2026', 'it is no time in UTC such as 2026-11-24T11:30:00Z'],
  ['a member that is not known', z.object({}).strict(), { a: 1 }, 'it may not hold a'],
])('says of %s what is wrong with it', (_, schema, value, message) => {
  expect(messagesOf(schema, value)).toEqual([message]);
});

it('names the types of conditions that there are', () => {
  expect(messagesOf(exclusionSchema.shape.entries, [{ type: 'regex' }])).toEqual([
    'it must be one of match, match_any, wildcard, exists, list, nested',
  ]);
});

it('leaves what our own checks say', () => {
  const even = z.number().refine((n) => n % 2 === 0, { message: 'it is odd' });
  expect(messagesOf(even, 3)).toEqual(['it is odd']);
});
