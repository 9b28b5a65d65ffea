// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';

const operator = z.enum(['included', 'excluded']);
const field = z.string().min(1);
const text = z.string();

const match = z.object({ type: z.literal('match'), field, operator, value: text });
const matchAny = z.object({
  type: z.literal('match_any'),
  field,
  operator,
  value: z.array(text).min(1),
});
const wildcard = z.object({ type: z.literal('wildcard'), field, operator, value: text });
const exists = z.object({ type: z.literal('exists'), field, operator });
const list = z.object({
  type: z.literal('list'),
  field,
  operator,
  list: z.object({ id: z.string().min(1), type: z.string() }),
});
const nested = z.object({
  type: z.literal('nested'),
  field,
  entries: z.array(z.discriminatedUnion('type', [match, matchAny, exists])).min(1),
});

/**
 * One condition of an exclusion, as Security's exception items have it; `excluded` turns it round.
 * @see https://www.elastic.co/guide/en/security/8.12/exceptions-api-create-exception-item.html
 */
export const exclusionEntrySchema = z.discriminatedUnion('type', [
  match,
  matchAny,
  wildcard,
  exists,
  list,
  nested,
]);

export type ExclusionEntry = z.infer<typeof exclusionEntrySchema>;
export type NestedEntry = Extract<ExclusionEntry, { type: 'nested' }>;
export type ListEntry = Extract<ExclusionEntry, { type: 'list' }>;
/** An entry about the value of one field. */
export type FieldEntry = Exclude<ExclusionEntry, NestedEntry | ListEntry>;

/** The part of a Security exception item that decides what it hides; further members are let through. */
export const exclusionSchema = z
  .object({
    item_id: z.string().min(1),
    list_id: z.string().min(1),
    name: z.string(),
    description: z.string(),
    entries: z.array(exclusionEntrySchema).min(1),
    os_types: z.array(z.enum(['linux', 'macos', 'windows'])).default([]),
    /** ISO text; absent when it never expires. */
    expire_time: z.string().datetime({ offset: true }).optional(),
  })
  .passthrough();

/** All its entries must hold for it to hide something. */
export type Exclusion = z.infer<typeof exclusionSchema>;

/** Whether it still applies; `now` in milliseconds since 1970. */
export const isInForce = (
  { expire_time: end }: Pick<Exclusion, 'expire_time'>,
  now: number,
): boolean => end === undefined || Date.parse(end) > now;
