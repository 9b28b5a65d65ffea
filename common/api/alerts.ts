// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { z } from 'zod';
import { STORY_STEPS } from '../alerts/lineage_record';
import { STAGES } from '../alerts/stages';
import { DETECTIONS } from '../rule/detection';
import { durationMs } from '../rule';
import { noticeSchema, several, timeSchema } from './base';
import { ALERT_SEVERITIES, ALERT_SORTS, ALERT_STATUSES } from './choices';

export const alertStatusSchema = z.enum(ALERT_STATUSES);
export type AlertStatus = z.infer<typeof alertStatusSchema>;

export const alertSeveritySchema = z.enum(ALERT_SEVERITIES);

const text = z.string().nullable();

/** What people want to know of an alert at a glance; null where neither alert nor events tell. */
export const alertSummarySchema = z.object({
  id: z.string(),
  detectedAt: timeSchema,
  startedAt: timeSchema.nullable().describe('When the first event of the sequence happened'),
  status: z.string(),
  severity: text,
  riskScore: z.number().nullable(),
  reason: text,
  ruleName: text,
  ruleUuid: text,
  foundBy: z.enum(['recently-compiled', 'elastic']),
  detection: z
    .enum(DETECTIONS)
    .describe('published: by the names of the programs; lineage: by following the file'),
  hostId: text,
  hostName: text,
  userName: text.describe('Who compiled, or linked'),
  compiler: text,
  compileCommand: text,
  binaryPath: text,
  binaryHash: text.describe('SHA-256'),
  processName: text.describe('Of the process that connected'),
  destinationIp: text,
  destinationPort: z.number().nullable(),
  delayMs: z.number().nullable().describe('From compiling to connecting'),
});
export type AlertSummary = z.infer<typeof alertSummarySchema>;

/** Elasticsearch pages no deeper without a cursor. */
export const MAX_ALERT_WINDOW = 10_000;

/** `GET alerts` */
export const alertsQuerySchema = z
  .object({
    status: several(alertStatusSchema),
    severity: several(alertSeveritySchema),
    host: several(z.string().min(1).max(1024)).describe('Names or ids of hosts'),
    user: several(z.string().min(1).max(1024)),
    search: z.string().trim().max(1024).optional().describe('Text that the alert holds somewhere'),
    from: timeSchema.optional().describe('Detected at this time or later'),
    to: timeSchema.optional(),
    sort: z.enum(ALERT_SORTS).default('detectedAt'),
    order: z.enum(['asc', 'desc']).default('desc'),
    page: z.coerce.number().int().min(1).default(1),
    perPage: z.coerce.number().int().min(1).max(100).default(25),
  })
  .strict();
export type AlertsQuery = z.infer<typeof alertsQuerySchema>;

export const alertsResponseSchema = z.object({
  alerts: z.array(alertSummarySchema),
  total: z.number().int(),
  page: z.number().int(),
  perPage: z.number().int(),
});
export type AlertsResponse = z.infer<typeof alertsResponseSchema>;

export { STAGES };

/** `GET alerts/{id}` */
export const alertIdSchema = z.object({ id: z.string().min(1).max(512) }).strict();

const documentSchema = z.record(z.unknown());

const sourceEventSchema = z.object({
  stage: z.enum(STAGES).nullable().describe('Null when the alert does not tell'),
  id: z.string(),
  index: z.string(),
  source: documentSchema.nullable(),
  problem: noticeSchema.nullable().describe('Why the event could not be read'),
});
export type AlertSourceEvent = z.infer<typeof sourceEventSchema>;

const fileStepSchema = sourceEventSchema.omit({ stage: true }).extend({
  step: z.enum(STORY_STEPS),
  path: z.string().describe('That came of it'),
  at: timeSchema.nullable(),
});
export type AlertFileStep = z.infer<typeof fileStepSchema>;

const fileEventSchema = z.object({
  id: z.string(),
  index: z.string(),
  action: z.string().nullable().describe('`creation`, `rename` or `deletion` in Elastic Defend'),
  path: z.string(),
  renamedFrom: z.string().nullable(),
  processName: z.string().nullable(),
  at: timeSchema,
});
const fileEventsSchema = z.object({
  events: z.array(fileEventSchema).describe('Oldest first'),
  isCut: z.boolean().describe('There are more than these'),
  to: timeSchema.describe('Until when they were searched'),
  problems: z.array(noticeSchema),
});
export type FileEvent = z.infer<typeof fileEventSchema>;
export type FileEvents = z.infer<typeof fileEventsSchema>;

const ancestorsSchema = z.object({
  processes: z.array(documentSchema).describe('One event of each, with its fields of `process`'),
  problems: z.array(noticeSchema),
});
export type Ancestors = z.infer<typeof ancestorsSchema>;

const relatedAlertsSchema = z.object({
  count: z.number().int(),
  firstSeen: timeSchema.nullable(),
  lastSeen: timeSchema.nullable(),
  newest: z
    .array(
      alertSummarySchema.pick({ id: true, processName: true, hostName: true, detectedAt: true }),
    )
    .describe('The newest of them first'),
});
const relatedEventsSchema = z.object({
  count: z.number().int(),
  isLowerBound: z.boolean().describe('The search stopped before it had seen all'),
  hosts: z.number().int(),
  firstSeen: timeSchema.nullable(),
  lastSeen: timeSchema.nullable(),
  from: timeSchema.describe('The range that was searched'),
  to: timeSchema,
});
const relatedPartSchema = z.object({
  alerts: relatedAlertsSchema.nullable(),
  events: relatedEventsSchema.nullable(),
  problems: z.array(noticeSchema),
});
export type RelatedAlerts = z.infer<typeof relatedAlertsSchema>;
export type RelatedEvents = z.infer<typeof relatedEventsSchema>;
export type RelatedPart = z.infer<typeof relatedPartSchema>;

/** What else was seen; null for what the alert does not tell. */
export const relatedSchema = z.object({
  binary: relatedPartSchema
    .nullable()
    .describe('The same hash anywhere, the same path on the host'),
  destination: relatedPartSchema.nullable().describe('The same address'),
  hostUser: relatedPartSchema.nullable().describe('The same user on the same host'),
});
export type Related = z.infer<typeof relatedSchema>;

export const alertResponseSchema = z.object({
  alert: alertSummarySchema,
  shell: documentSchema,
  blocks: z.array(z.object({ id: z.string(), source: documentSchema })),
  events: z
    .array(sourceEventSchema)
    .describe('In the order of the stages; without those that were not recorded'),
  fileStory: z
    .array(fileStepSchema)
    .describe('What became of the file between link and execution, oldest first'),
  fileEvents: fileEventsSchema
    .nullable()
    .describe('What the sensor tells of the file; null when the alert does not say where it was'),
  ancestors: ancestorsSchema
    .nullable()
    .describe('The processes above those of the events; null when the events name none'),
  related: relatedSchema,
});
export type AlertResponse = z.infer<typeof alertResponseSchema>;

/** `PUT alerts/status` */
export const alertStatusRequestSchema = z
  .object({
    ids: z.array(z.string().min(1).max(512)).min(1).max(1000),
    status: alertStatusSchema,
  })
  .strict();
export type AlertStatusRequest = z.infer<typeof alertStatusRequestSchema>;

export const alertStatusResponseSchema = z.object({
  found: z.array(z.string()),
  notFound: z.array(z.string()),
  documents: z.number().int().describe('Alerts and their building blocks that were written'),
  conflicts: z.number().int().describe('Documents that somebody else changed at the same time'),
});
export type AlertStatusResponse = z.infer<typeof alertStatusResponseSchema>;

/** Into how many columns the time is cut, roughly; and how many hosts have their own. */
const DEFAULT_COLUMNS = 48;
const MAX_COLUMNS = 200;
export const MAX_TOP_HOSTS = 6;

const MINUTE = 60_000;
const YEAR = 366 * 24 * 60 * MINUTE;

/** `GET alerts/over_time` */
export const alertsOverTimeQuerySchema = z
  .object({
    last: z
      .string()
      .refine(
        (text) => {
          const length = durationMs(text) ?? 0;
          return length >= MINUTE && length <= YEAR;
        },
        () => ({
          message: i18n.translate('recentlyCompiled.request.timeSpan', {
            defaultMessage: 'is no time span from 1m to 366d, such as 24h',
          }),
        }),
      )
      .default('7d')
      .describe('How far back from now: 1m to 366d; units are s, m, h, d'),
    columns: z.coerce.number().int().min(1).max(MAX_COLUMNS).default(DEFAULT_COLUMNS),
  })
  .strict();
export type AlertsOverTimeQuery = z.infer<typeof alertsOverTimeQuerySchema>;

/** What has the same severity, or the same host. */
const seriesSchema = z.object({
  name: z.string(),
  total: z.number().int(),
  counts: z.array(z.number().int()).describe('One for each column'),
});
export type AlertSeries = z.infer<typeof seriesSchema>;

export const alertsOverTimeResponseSchema = z.object({
  from: timeSchema,
  to: timeSchema,
  columnMs: z.number().int().describe('How much time a column stands for'),
  columns: z.array(timeSchema).describe('When each begins; the first one may begin before from'),
  total: z.number().int(),
  severities: z.array(seriesSchema),
  hosts: z.array(seriesSchema).max(MAX_TOP_HOSTS).describe('Those with the most alerts'),
  onOtherHosts: z.number().int(),
});
export type AlertsOverTimeResponse = z.infer<typeof alertsOverTimeResponseSchema>;
