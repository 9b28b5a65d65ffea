// SPDX-License-Identifier: Apache-2.0
import { durationMs } from '../../common/rule';
import type { Rule } from '../../common/api';

/** How the rule is doing as a whole. */
export type Health = 'off' | 'broken' | 'failed' | 'overdue' | 'warning' | 'healthy' | 'new';

/** Kibana may be busy with other rules; up to then a run that is due is not overdue. */
const PATIENCE = 60_000;

/** Links without which runs end before they search. */
const BROKEN_LINKS = ['missing', 'unsuitable'] as const;

export const isLinkBroken = ({ link }: Rule): boolean =>
  BROKEN_LINKS.some((status) => status === link?.status);

/** Whether a run should have begun long ago. @param now of the server, ISO */
export function isOverdue({ enabled, running, nextRun, params }: Rule, now: string): boolean {
  if (!enabled || running || nextRun === null) {
    return false;
  }
  const interval = durationMs(params?.interval ?? '') ?? 0;
  return Date.parse(now) - Date.parse(nextRun) > interval + PATIENCE;
}

export function healthOf(rule: Rule, now: string): Health {
  if (rule.params === null || isLinkBroken(rule)) {
    return 'broken';
  }
  if (!rule.enabled || rule.link?.status === 'disabled') {
    return 'off';
  }
  if (rule.outcome?.status === 'failed') {
    return 'failed';
  }
  if (isOverdue(rule, now)) {
    return 'overdue';
  }
  return rule.outcome === null ? 'new' : rule.outcome.status === 'warning' ? 'warning' : 'healthy';
}
