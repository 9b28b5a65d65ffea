// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { DETECTIONS } from '../rule/detection';
import { noticeSchema, timeSchema } from './base';

/** `POST rule/preview` */
export const rulePreviewRequestSchema = z
  .object({
    params: z
      .record(z.unknown())
      .optional()
      .describe('Parameters to try; those of the rule, or the default, unless given'),
  })
  .strict();
export type RulePreviewRequest = z.infer<typeof rulePreviewRequestSchema>;

/** What one detection would have found, exclusions left out. */
const foundSchema = z.object({
  sequences: z.number().int(),
  hosts: z.number().int(),
  isCut: z.boolean().describe('True when there are more than one search may find'),
  problem: noticeSchema.nullable().describe('Why it could not search; the counts are 0 then'),
});
export type FoundByDetection = z.infer<typeof foundSchema>;

const exampleSchema = z.object({
  connectedAt: timeSchema.nullable(),
  hostId: z.string().nullable(),
  hostName: z.string().nullable(),
  path: z.string().nullable().describe('Of the program when it was run'),
  destinationIp: z.string().nullable(),
  destinationPort: z.number().nullable(),
  foundBy: z.enum([...DETECTIONS, 'both']),
});
export type PreviewExample = z.infer<typeof exampleSchema>;

export const rulePreviewResponseSchema = z.object({
  from: timeSchema.describe('The range that was searched'),
  to: timeSchema,
  published: foundSchema,
  lineage: foundSchema,
  both: z.number().int().describe('Sequences that both have found'),
  examples: z.array(exampleSchema).describe('The newest few of each kind, newest first'),
  warnings: z.array(noticeSchema),
});
export type RulePreviewResponse = z.infer<typeof rulePreviewResponseSchema>;
