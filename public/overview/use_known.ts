// SPDX-License-Identifier: Apache-2.0
import { useQuery } from '@tanstack/react-query';
import type { Rule } from '../../common/api';
import type { ServerApi } from '../server_api';
import type { Known } from './attention';

/** A part of what attention depends on that could not be found out. */
export interface Unknown {
  readonly what: 'checks' | 'alerts' | 'exclusions';
  readonly error: unknown;
  readonly retry: () => void;
}

/** Asks for all that may need somebody; each part by itself, since each may be forbidden or fail. */
export function useKnown(api: ServerApi, rule: Rule | null, now: string) {
  const checks = useQuery(['readiness'], api.readiness);
  const alerts = useQuery(['alerts', 'open'], () =>
    api.alerts({ status: ['open'], sort: 'riskScore', order: 'desc', perPage: 1 }),
  );
  const exclusions = useQuery(['exclusions', 'all'], api.exclusions.all);
  const known: Known = {
    rule,
    now,
    checks: checks.data?.checks,
    openAlerts: alerts.data,
    exclusions: exclusions.data,
  };
  const parts = { checks, alerts, exclusions } as const;
  const unknown = (Object.keys(parts) as (keyof typeof parts)[]).flatMap((what): Unknown[] => {
    const { isError, error, refetch } = parts[what];
    return isError ? [{ what, error, retry: () => void refetch() }] : [];
  });
  return { known, unknown, isLoading: Object.values(parts).some((part) => part.isLoading) };
}
