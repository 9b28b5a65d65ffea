// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { several, timeSchema } from './base';

export const CHECK_IDS = [
  'data_streams',
  'recent_events',
  'hosts',
  'fields',
  'tiebreaker',
  'fleet_server',
  'fleet_package',
  'defend_policy',
  'agent_policy',
  'agents',
  'alert_index',
  'privileges',
  'own_rule',
  'linked_rule',
  'exception_list',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

export const checkResultSchema = z.object({
  id: z.enum(CHECK_IDS),
  title: z.string(),
  status: z
    .enum(['ok', 'warning', 'error', 'unknown', 'not_applicable'])
    .describe(
      'unknown: the check itself could not be done; not_applicable: events do not come that way here',
    ),
  message: z.string(),
  remedy: z.string().optional(),
  details: z.record(z.unknown()).optional(),
  checkedAt: timeSchema,
});
export type CheckResult = z.infer<typeof checkResultSchema>;

/** `GET readiness` */
export const readinessQuerySchema = z
  .object({ check: several(z.enum(CHECK_IDS)).describe('Only these checks; all without any') })
  .strict();

export const readinessResponseSchema = z.object({ checks: z.array(checkResultSchema) });
export type ReadinessResponse = z.infer<typeof readinessResponseSchema>;
