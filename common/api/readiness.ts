// SPDX-License-Identifier: Apache-2.0
import { z } from 'zod';
import { timeSchema } from './base';

export const CHECK_IDS = [
  'data_streams',
  'recent_events',
  'hosts',
  'fields',
  'tiebreaker',
  'fleet_package',
  'defend_policy',
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
    .enum(['ok', 'warning', 'error', 'unknown'])
    .describe('unknown: the check itself could not be done'),
  message: z.string(),
  remedy: z.string().optional(),
  details: z.record(z.unknown()).optional(),
  checkedAt: timeSchema,
});
export type CheckResult = z.infer<typeof checkResultSchema>;

/** `GET readiness` */
export const readinessResponseSchema = z.object({ checks: z.array(checkResultSchema) });
export type ReadinessResponse = z.infer<typeof readinessResponseSchema>;
