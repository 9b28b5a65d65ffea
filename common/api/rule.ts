// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { ruleParamsSchema } from '../rule';
import { problemSchema, timeSchema } from './base';

const securityRuleIdSchema = z.string().min(1).max(128);

/** Of how many runs something is kept. */
export const MAX_RUNS = 50;

/** The Security rule that the rule obeys. */
const linkSchema = z.object({
  securityRuleId: z.string(),
  status: z
    .enum(['enabled', 'disabled', 'missing', 'hidden', 'unsuitable'])
    .describe('hidden: the user may not read it; unsuitable: it is no EQL rule'),
  name: z.string().nullable(),
});
export type RuleLink = z.infer<typeof linkSchema>;

const runOutcomeSchema = z.enum(['succeeded', 'warning', 'failed']);

/** One of the last runs; null is what nobody has kept, as of runs that failed before their end. */
const runSchema = z.object({
  startedAt: timeSchema,
  outcome: runOutcomeSchema,
  durationMs: z.number().nullable(),
  events: z.number().nullable().describe('In the ranges that were searched'),
  sequences: z.number().nullable(),
  created: z.number().nullable().describe('New alerts'),
  latenessMs: z
    .number()
    .nullable()
    .describe('How long before the run the oldest event happened that came late; 0 without any'),
  gapMs: z
    .number()
    .nullable()
    .describe('How much of the time before it no run had searched, and this one did'),
});
export type Run = z.infer<typeof runSchema>;

/** What the newest run that came to its end did. */
const runMetricsSchema = z.object({
  startedAt: timeSchema,
  durationMs: z.number(),
  events: z.number().describe('In the ranges that were searched'),
  sequences: z.number(),
  created: z.number(),
  alreadyThere: z.number(),
  excluded: z.number(),
  waiting: z.number().describe('Alerts left to the next run'),
  lateRanges: z.number().describe('Ranges that were searched again since events came late'),
  gapMs: z.number(),
  summary: z.string(),
  warnings: z.array(z.string()),
});
export type RunMetrics = z.infer<typeof runMetricsSchema>;

export const ruleSchema = z.object({
  id: z.string(),
  name: z.string(),
  enabled: z.boolean(),
  revision: z.number().int().describe('Rises with every change of the parameters'),
  params: ruleParamsSchema.nullable().describe('Null when those that are stored can not be used'),
  paramProblems: z.array(problemSchema),
  link: linkSchema.nullable(),
  createdBy: z.string().nullable(),
  createdAt: timeSchema,
  updatedBy: z.string().nullable(),
  updatedAt: timeSchema,
  running: z.boolean(),
  nextRun: timeSchema.nullable(),
  outcome: z
    .object({
      status: runOutcomeSchema,
      messages: z.array(z.string()),
      at: timeSchema.nullable(),
    })
    .nullable(),
  runs: z.array(runSchema).max(MAX_RUNS).describe('Newest first'),
  lastRun: runMetricsSchema.nullable(),
  checkpoint: z
    .object({ searchedTo: timeSchema, ingestedTo: timeSchema })
    .nullable()
    .describe('Up to where events have been searched'),
});
export type Rule = z.infer<typeof ruleSchema>;

/** `GET rule` */
export const ruleResponseSchema = z.object({
  rule: ruleSchema.nullable().describe('Null when it is not installed in this space'),
  now: timeSchema.describe("By the server's clock, to tell whether something is overdue"),
});
export type RuleResponse = z.infer<typeof ruleResponseSchema>;

/** `POST rule/install` */
export const installRequestSchema = z
  .object({
    params: z
      .record(z.unknown())
      .default({})
      .describe('Parameters of the rule; others are default'),
    enabled: z.boolean().default(true),
    link: z.boolean().default(false).describe('Obey the Security rule with securityRuleId'),
    securityRuleId: securityRuleIdSchema.optional(),
  })
  .strict();
export type InstallRequest = z.infer<typeof installRequestSchema>;

export const installResponseSchema = z.object({
  created: z.boolean().describe('False when it was installed already'),
  rule: ruleSchema,
});
export type InstallResponse = z.infer<typeof installResponseSchema>;

/** `POST rule/enable`, `rule/disable`, `rule/run`, `rule/unlink` and `PUT rule/params` */
export const changedRuleResponseSchema = z.object({ rule: ruleSchema });
export type ChangedRuleResponse = z.infer<typeof changedRuleResponseSchema>;

/** `PUT rule/params` */
export const paramsRequestSchema = z
  .object({
    revision: z.number().int().nonnegative().describe('Of the rule that was edited'),
    params: z.record(z.unknown()).describe('All parameters; what is missing becomes the default'),
  })
  .strict();
export type ParamsRequest = z.infer<typeof paramsRequestSchema>;

/** `DELETE rule` */
export const deletedRuleResponseSchema = z.object({ deleted: z.literal(true) });
