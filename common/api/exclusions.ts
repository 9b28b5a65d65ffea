// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { exclusionSchema } from '../exclusions';
import { noticeSchema, timeSchema } from './base';

const entriesSchema = exclusionSchema.shape.entries;

/** What people write. */
export const exclusionDraftSchema = z
  .object({
    name: z.string().trim().min(1).max(256),
    description: z.string().max(4096).default(''),
    entries: entriesSchema.describe('All of them must hold'),
    osTypes: z.array(z.enum(['linux', 'macos', 'windows'])).default(['linux']),
    tags: z.array(z.string().min(1).max(256)).max(50).default([]),
    expireTime: timeSchema.nullable().default(null),
    comment: z.string().trim().max(4096).default('').describe('Added to those that are there'),
  })
  .strict();
export type ExclusionDraft = z.infer<typeof exclusionDraftSchema>;

export const exclusionItemSchema = z.object({
  itemId: z.string(),
  name: z.string(),
  description: z.string(),
  entries: z.array(z.unknown()).describe('As stored, also where nobody can apply them'),
  osTypes: z.array(z.string()),
  tags: z.array(z.string()),
  expireTime: timeSchema.nullable(),
  inForce: z.boolean(),
  scope: z
    .enum(['event', 'sequence'])
    .nullable()
    .describe(
      'Whether single events or whole sequences are hidden; null when it can not be applied',
    ),
  words: z.string().nullable().describe('What it hides, as a sentence'),
  comments: z.array(z.object({ text: z.string(), by: z.string(), at: timeSchema })),
  createdBy: z.string(),
  createdAt: timeSchema,
  updatedBy: z.string(),
  updatedAt: timeSchema,
  version: z.string().nullable().describe('Changes with every edit'),
});
export type ExclusionItem = z.infer<typeof exclusionItemSchema>;

/** `GET exclusions` */
export const exclusionsQuerySchema = z
  .object({
    page: z.coerce.number().int().min(1).default(1),
    perPage: z.coerce.number().int().min(1).max(1000).default(100),
    search: z.string().trim().max(256).optional().describe('In names and descriptions'),
  })
  .strict();
export type ExclusionsQuery = z.infer<typeof exclusionsQuerySchema>;

export const exclusionsResponseSchema = z.object({
  listExists: z.boolean(),
  items: z.array(exclusionItemSchema),
  total: z.number().int(),
  page: z.number().int(),
  perPage: z.number().int(),
});
export type ExclusionsResponse = z.infer<typeof exclusionsResponseSchema>;

/** `GET exclusions/linked` */
export const linkedExclusionsResponseSchema = z.object({
  securityRuleId: z.string().nullable().describe('Null when our rule is linked with none'),
  usesOwnList: z.boolean().describe('Whether that rule has the list of our exclusions as well'),
  lists: z
    .array(
      z.object({
        listId: z.string(),
        namespaceType: z.enum(['single', 'agnostic']),
        items: z.array(exclusionItemSchema),
        total: z.number().int(),
        problem: noticeSchema.nullable().describe('Why the list could not be read'),
      }),
    )
    .describe('Its other exception lists, which hold for our rule too'),
  problem: noticeSchema.nullable().describe('Why the Security rule could not be read'),
});
export type LinkedExclusionsResponse = z.infer<typeof linkedExclusionsResponseSchema>;

/** `GET exclusions/usage` */
export const exclusionUsageResponseSchema = z.object({
  from: timeSchema,
  to: timeSchema,
  examined: z.number().int().describe('Sequences of that time, hidden or not'),
  isComplete: z.boolean().describe('False when there are more in the time than were examined'),
  items: z
    .array(
      z.object({
        listId: z.string(),
        itemId: z.string(),
        hidden: z.number().int().describe('Sequences that it hides, whatever others do'),
        lastHiddenAt: timeSchema.nullable().describe('When the last of them ended'),
      }),
    )
    .describe(
      'Of our list and of those of the linked Security rule; without what can not be applied',
    ),
});
export type ExclusionUsageResponse = z.infer<typeof exclusionUsageResponseSchema>;

/** `GET exclusions/values` */
export const exclusionValuesQuerySchema = z
  .object({ field: z.string().trim().min(1).max(512) })
  .strict();

export const exclusionValuesResponseSchema = z.object({
  values: z.array(z.string()).describe('Of the last seven days, the most frequent first'),
});
export type ExclusionValuesResponse = z.infer<typeof exclusionValuesResponseSchema>;

/** `POST exclusions` */
export const exclusionResponseSchema = z.object({ exclusion: exclusionItemSchema });
export type ExclusionResponse = z.infer<typeof exclusionResponseSchema>;

/** `PUT exclusions` */
export const exclusionUpdateSchema = exclusionDraftSchema
  .extend({
    itemId: z.string().min(1).max(512),
    version: z.string().min(1).max(512).describe('Of the exclusion that was edited'),
  })
  .strict();
export type ExclusionUpdate = z.infer<typeof exclusionUpdateSchema>;

/** `DELETE exclusions` */
export const exclusionDeleteSchema = z
  .object({ itemId: z.string().min(1).max(512), version: z.string().min(1).max(512) })
  .strict();
export type ExclusionDelete = z.infer<typeof exclusionDeleteSchema>;

export const exclusionDeletedSchema = z.object({ deleted: z.literal(true) });
