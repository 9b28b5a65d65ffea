// SPDX-License-Identifier: Apache-2.0
import type { CheckResult } from '../../common/api';

export type CheckStatus = CheckResult['status'];

export interface CheckGroup {
  status: CheckStatus;
  checks: CheckResult[];
}

/** What needs somebody first. */
const ORDER: readonly CheckStatus[] = ['error', 'warning', 'unknown', 'ok'];

/** The checks by status, those with errors first; within a group in the order of the server. */
export const groupChecks = (checks: readonly CheckResult[]): CheckGroup[] =>
  ORDER.map((status) => ({
    status,
    checks: checks.filter((check) => check.status === status),
  })).filter((group) => group.checks.length > 0);

/** When the last of the checks was done, as ISO; undefined without any. */
export const lastChecked = (checks: readonly CheckResult[]): string | undefined =>
  checks
    .map(({ checkedAt }) => checkedAt)
    .sort()
    .at(-1);
