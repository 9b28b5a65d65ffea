// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { alertSummarySchema } from './alerts';
import { noticeSchema, timeSchema } from './base';
import { exclusionDraftSchema } from './exclusions';

/** `POST exclusions/preview` */
export const previewRequestSchema = z
  .object({
    exclusion: exclusionDraftSchema.pick({ entries: true, osTypes: true }).strict(),
    itemId: z.string().min(1).max(512).optional().describe('The exclusion that is being edited'),
    from: timeSchema.optional().describe('Seven days before the end, unless given'),
    to: timeSchema.optional().describe('Now, unless given'),
  })
  .strict();
export type PreviewRequest = z.infer<typeof previewRequestSchema>;

/** A sequence that the exclusion hides. */
const hiddenSequenceSchema = z.object({
  events: z.array(z.object({ id: z.string(), index: z.string() })),
  facts: alertSummarySchema.pick({
    startedAt: true,
    hostId: true,
    hostName: true,
    userName: true,
    compiler: true,
    compileCommand: true,
    binaryPath: true,
    binaryHash: true,
    processName: true,
    destinationIp: true,
    destinationPort: true,
    delayMs: true,
  }),
});

const counts = {
  examined: z.number().int(),
  hidden: z.number().int(),
  isComplete: z.boolean().describe('False when there are more in the range than were examined'),
};

export const previewResponseSchema = z.object({
  scope: z.enum(['event', 'sequence']),
  words: z.string(),
  alerts: z.object({ ...counts, list: z.array(alertSummarySchema) }),
  sequences: z.object({ ...counts, list: z.array(hiddenSequenceSchema) }),
  warnings: z.array(noticeSchema),
});
export type PreviewResponse = z.infer<typeof previewResponseSchema>;
