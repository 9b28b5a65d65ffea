// SPDX-License-Identifier: Apache-2.0
import {
  buildRuleQuery,
  investigationGuide,
  PUBLISHED_DESCRIPTION,
  PUBLISHED_RULE,
  type RuleParams,
} from '../rule';
import { printQuery } from '../eql/printer';
import type { SecurityRule } from './security_rule';

/** Our rule as the alerting framework keeps it. Times are ISO text. */
export type OwnRule = Omit<SecurityRule, 'params'>;

/** Tells alerts of ours from those of the rule that Elastic publishes. */
const OWN_RULE_ID = 'recently-compiled';

/** Shown as the investigation guide. */
const NOTE = investigationGuide('/app/recentlyCompiled/alerts');

/**
 * Our rule in the shape of a Security rule, for one that is not linked with any: what the published rule says of
 * the threat holds for it too.
 */
export const asSecurityRule = (rule: OwnRule, params: RuleParams): SecurityRule => ({
  ...rule,
  params: {
    author: [...PUBLISHED_RULE.author],
    description: PUBLISHED_DESCRIPTION,
    exceptionsList: [],
    falsePositives: [],
    from: `now-${params.from}`,
    immutable: false,
    index: params.indexPatterns,
    language: 'eql',
    license: PUBLISHED_RULE.license,
    maxSignals: params.maxSignals,
    note: NOTE,
    query: printQuery(buildRuleQuery(params)),
    references: [...PUBLISHED_RULE.references],
    riskScore: PUBLISHED_RULE.risk_score,
    riskScoreMapping: [],
    ruleId: OWN_RULE_ID,
    severity: PUBLISHED_RULE.severity,
    severityMapping: [],
    threat: PUBLISHED_RULE.threat,
    to: 'now',
    type: 'eql',
    version: PUBLISHED_RULE.version,
  },
});
