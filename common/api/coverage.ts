// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { timeSchema } from './base';
import { HOST_SHOWN, HOST_SORTS } from './choices';

/** The most hosts that are looked at for one answer. */
export const MAX_COVERED_HOSTS = 10_000;

/** The most days that events may be old. */
export const MAX_COVERED_DAYS = 30;

/** Why a detection can not match on a host, or why nobody can tell. */
export const COVERAGE_REASONS = [
  'no_host_id',
  'no_host',
  'no_os_type',
  'no_process_events',
  'no_process_starts',
  'no_file_events',
  'no_file_creations',
  'no_network_events',
  'no_connections',
  'resolved_names',
  'mixed_names',
  'unknown_names',
] as const;
export type CoverageReason = (typeof COVERAGE_REASONS)[number];

/** How a sensor names processes: as they were invoked, or by the file that really runs. */
export const NAMINGS = ['invoked', 'resolved', 'mixed', 'unknown'] as const;
export type Naming = (typeof NAMINGS)[number];

const verdictSchema = z.object({
  canMatch: z.enum(['yes', 'no', 'unknown']),
  reasons: z.array(z.enum(COVERAGE_REASONS)).describe('Why not, or why unknown; none for yes'),
});
export type CoverageVerdict = z.infer<typeof verdictSchema>;

const text = z.string().nullable();
const time = timeSchema.nullable().describe('Null where none came in the range');

export const hostCoverageSchema = z.object({
  key: z.string().describe('Tells rows apart'),
  id: text.describe('host.id'),
  agentId: text,
  name: text,
  os: text,
  sensorVersion: text.describe('agent.version of the newest event'),
  lastEvent: timeSchema,
  lastProcess: time,
  lastFile: time,
  lastNetwork: time,
  naming: z.enum(NAMINGS).describe('How the sensor names processes, as far as events tell'),
  published: verdictSchema.describe('The published rule, with the names of our parameters'),
  lineage: verdictSchema,
});
export type HostCoverage = z.infer<typeof hostCoverageSchema>;

/** `GET readiness/hosts` */
export const hostsQuerySchema = z
  .object({
    days: z.coerce
      .number()
      .int()
      .min(1)
      .max(MAX_COVERED_DAYS)
      .default(7)
      .describe('How far back events count'),
    search: z
      .string()
      .trim()
      .max(1024)
      .optional()
      .describe('Text in the name, ids, operating system or sensor version'),
    show: z.enum(HOST_SHOWN).default('all'),
    sort: z.enum(HOST_SORTS).default('published'),
    order: z.enum(['asc', 'desc']).default('asc'),
    page: z.coerce.number().int().min(1).max(MAX_COVERED_HOSTS).default(1),
    perPage: z.coerce.number().int().min(1).max(100).default(25),
  })
  .strict();
export type HostsQuery = z.infer<typeof hostsQuerySchema>;

const count = z.number().int();

export const hostsResponseSchema = z.object({
  hosts: z.array(hostCoverageSchema),
  total: count.describe('Hosts that match search and show'),
  counts: z
    .object({ all: count, published_no: count, published_unknown: count, lineage_no: count })
    .describe('Of all hosts, whatever is searched for'),
  page: count,
  perPage: count,
  from: timeSchema.describe('Events since then were looked at'),
  to: timeSchema,
  isComplete: z.boolean().describe(`False where there are more than ${MAX_COVERED_HOSTS} hosts`),
});
export type HostsResponse = z.infer<typeof hostsResponseSchema>;
