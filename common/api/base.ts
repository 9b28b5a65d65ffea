// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';

/** ISO text in UTC. */
export const timeSchema = z.string().datetime();

/** Something to tell people, and what they can do about it. */
export const noticeSchema = z.object({ message: z.string(), remedy: z.string() });

/** A field of the request that can not be used, and why. */
export const problemSchema = noticeSchema.extend({
  field: z.string().describe('Such as compilers[2]; empty for the whole'),
});
export type Problem = z.infer<typeof problemSchema>;

/** The body of every answer that is an error. */
export const errorSchema = noticeSchema.extend({
  statusCode: z.number().int(),
  error: z.string().describe('The kind of error, such as not_found'),
  problems: z.array(problemSchema).optional().describe('One for each field that is wrong'),
  changed: z
    .object({ by: z.string().nullable(), at: timeSchema.nullable() })
    .optional()
    .describe('Who has changed it meanwhile, and when'),
});
export type ErrorBody = z.infer<typeof errorSchema>;

/** A query parameter that may be given once, several times, or not at all. */
export const several = <T extends z.ZodTypeAny>(item: T) =>
  z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(item).max(100));
