// SPDX-License-Identifier: Apache-2.0

/** The parameters of a Security rule as its saved object has them; every further one is kept. */
export type SecurityRuleParams = Readonly<Record<string, unknown>> & {
  readonly author: readonly string[];
  readonly description: string;
  readonly exceptionsList: readonly unknown[];
  readonly falsePositives: readonly string[];
  readonly from: string;
  readonly immutable: boolean;
  readonly index?: readonly string[];
  readonly license?: string;
  readonly maxSignals: number;
  readonly note?: string;
  readonly references: readonly string[];
  readonly riskScore: number;
  readonly riskScoreMapping: readonly unknown[];
  readonly ruleId: string;
  readonly severity: string;
  readonly severityMapping: readonly unknown[];
  readonly threat: readonly unknown[];
  readonly to: string;
  readonly type: string;
  readonly version: number;
};

/**
 * The Security rule under which alerts are written, as the alerting framework stores it (saved object of
 * type `alert`, observed on Kibana 8.12.2). Times are ISO text.
 */
export interface SecurityRule {
  /** The saved object's id. */
  readonly uuid: string;
  readonly name: string;
  readonly tags: readonly string[];
  readonly enabled: boolean;
  readonly interval: string;
  readonly actions: readonly unknown[];
  readonly createdAt: string;
  readonly createdBy: string | null;
  readonly updatedAt: string;
  readonly updatedBy: string | null;
  readonly revision: number;
  readonly params: SecurityRuleParams;
}
