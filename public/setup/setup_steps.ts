// SPDX-License-Identifier: Apache-2.0
import type { CheckId, CheckResult } from '../../common/api';

export type CheckStatus = CheckResult['status'];

/** The published setup guide, then what makes alerts of the data: each step with the checks that look at it. */
const CHECKS_OF_STEPS = {
  fleetServer: ['fleet_server'],
  integration: ['fleet_package', 'defend_policy'],
  agentPolicy: ['agent_policy'],
  agents: ['agents'],
  data: ['hosts', 'data_streams', 'recent_events', 'fields', 'tiebreaker', 'privileges'],
  rule: ['own_rule', 'linked_rule', 'alert_index', 'exception_list'],
} as const satisfies Readonly<Record<string, readonly CheckId[]>>;

export type StepId = keyof typeof CHECKS_OF_STEPS;

export const STEP_IDS = Object.keys(CHECKS_OF_STEPS) as readonly StepId[];

export interface SetupStep {
  readonly id: StepId;
  /** That of the check that is worst off. */
  readonly status: CheckStatus;
  readonly checks: readonly CheckResult[];
  /** When the last of its checks was done, as ISO; undefined without any. */
  readonly checkedAt: string | undefined;
}

/** The steps in the order of the guide, with what the server says of each. */
export const toSteps = (checks: readonly CheckResult[]): SetupStep[] =>
  STEP_IDS.map((id) => {
    const own = checksOf(id).flatMap((checkId) => checks.filter((check) => check.id === checkId));
    return { id, status: worstOf(own), checks: own, checkedAt: lastChecked(own) };
  });

export const checksOf = (step: StepId): readonly CheckId[] => CHECKS_OF_STEPS[step];

/** The step that a check belongs to. */
export const stepOf = (check: CheckId): StepId | undefined =>
  STEP_IDS.find((id) => checksOf(id).includes(check));

/** What is checked anew takes the place of what was known. */
export const withNewer = (
  known: readonly CheckResult[],
  newer: readonly CheckResult[],
): CheckResult[] => known.map((check) => newer.find(({ id }) => id === check.id) ?? check);

/** How many steps need nothing. */
export const countDone = (steps: readonly SetupStep[]): number =>
  steps.filter(({ status }) => status === 'ok' || status === 'not_applicable').length;

const WORST_FIRST: readonly CheckStatus[] = ['error', 'warning', 'unknown', 'ok'];

const worstOf = (checks: readonly CheckResult[]): CheckStatus =>
  WORST_FIRST.find((status) => checks.some((check) => check.status === status)) ??
  (checks.length > 0 ? 'not_applicable' : 'unknown');

/** When the last of some checks was done; undefined without any. */
export const lastChecked = (checks: readonly CheckResult[]): string | undefined =>
  checks
    .map(({ checkedAt }) => checkedAt)
    .sort()
    .at(-1);
