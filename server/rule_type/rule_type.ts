// SPDX-License-Identifier: Apache-2.0
import { PUBLISHED_RULE } from '../../common/rule';
import type { RuleType } from '../kibana_contracts';
import { inWords } from '../notice';
import { CONTEXT_VARIABLES } from './action_context';
import { execute, type ExecutorDependencies } from './execute';
import { ACTION_GROUP } from './report';
import { FEATURE_ID, RULE_TYPE_ID } from './rule_type_id';
import { parseRuleTypeParams } from './rule_type_params';
import { RUN_TIMEOUT } from './run_time';

/** Our rule type, as `alerting.registerType` takes it in 8.12 and 9.x. */
export const createRuleType = (dependencies: ExecutorDependencies): RuleType => ({
  id: RULE_TYPE_ID,
  name: 'Network connection of a recently compiled program',
  category: 'securitySolution',
  producer: FEATURE_ID,
  solution: 'security',
  actionGroups: [ACTION_GROUP],
  defaultActionGroupId: ACTION_GROUP.id,
  minimumLicenseRequired: 'basic',
  isExportable: true,
  // An alert is a finding, not a state that could recover.
  autoRecoverAlerts: false,
  doesSetRecoveryContext: false,
  // Documents that were written before the time was over are alerts all the same.
  cancelAlertsOnRuleTimeout: false,
  ruleTaskTimeout: RUN_TIMEOUT.text,
  defaultScheduleInterval: PUBLISHED_RULE.interval,
  validate: { params: { validate: validated } },
  actionVariables: {
    context: CONTEXT_VARIABLES,
    params: [
      { name: 'detection', description: 'How chains are found: published or lineage' },
      { name: 'maxspan', description: 'The longest time from compiling to connecting' },
      { name: 'securityRuleId', description: 'The id of the linked Security rule' },
    ],
  },
  getViewInAppRelativeUrl: () => '/app/recentlyCompiled',
  executor: (options) => execute(options, dependencies),
});

/** Parameters with what is missing filled in; throws an error that names every wrong one and its remedy. */
const validated = (params: unknown): unknown => {
  const parsed = parseRuleTypeParams(params);
  if ('problems' in parsed) {
    throw new Error(parsed.problems.map(inWords).join(' '));
  }
  return parsed.params;
};
