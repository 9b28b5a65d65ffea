// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { durationMs, PUBLISHED_RULE } from '../../common/rule';
import type { RuleType } from '../kibana_contracts';
import { inWords } from '../notice';
import { contextVariables } from './action_context';
import { execute, type ExecutorDependencies } from './execute';
import { ACTION_GROUP_ID } from './report';
import { FEATURE_ID, RULE_TYPE_ID } from './rule_type_id';
import { parseRuleTypeParams } from './rule_type_params';
import { RUN_TIMEOUT } from './run_time';

/** Our rule type, as `alerting.registerType` takes it in 8.12 and 9.x. */
export const createRuleType = (dependencies: ExecutorDependencies): RuleType => {
  const ruleType: RuleType = {
    id: RULE_TYPE_ID,
    name: i18n.translate('recentlyCompiled.ruleType.name', {
      defaultMessage: 'Network connection of a recently compiled program',
    }),
    category: 'securitySolution',
    producer: FEATURE_ID,
    solution: 'security',
    actionGroups: [
      {
        id: ACTION_GROUP_ID,
        name: i18n.translate('recentlyCompiled.ruleType.actionGroup', {
          defaultMessage: 'Compiled program connects',
        }),
      },
    ],
    defaultActionGroupId: ACTION_GROUP_ID,
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
      context: contextVariables(),
      params: [
        {
          name: 'detection',
          description: i18n.translate('recentlyCompiled.ruleType.param.detection', {
            defaultMessage: 'How chains are found: published or lineage',
          }),
        },
        {
          name: 'maxspan',
          description: i18n.translate('recentlyCompiled.ruleType.param.maxspan', {
            defaultMessage: 'The longest time from compiling to connecting',
          }),
        },
        {
          name: 'securityRuleId',
          description: i18n.translate('recentlyCompiled.ruleType.param.securityRuleId', {
            defaultMessage: 'The id of the linked Security rule',
          }),
        },
      ],
    },
    getViewInAppRelativeUrl: () => '/app/recentlyCompiled',
    executor: (options) => execute(options, { ...dependencies, timeout: timeoutOf(ruleType) }),
  };
  return ruleType;
};

/** Parameters with what is missing filled in; throws an error that names every wrong one and its remedy. */
const validated = (params: unknown): unknown => {
  const parsed = parseRuleTypeParams(params);
  if ('problems' in parsed) {
    throw new Error(parsed.problems.map(inWords).join(' '));
  }
  return parsed.params;
};

/**
 * What kibana.yml says under `xpack.alerting.rules.run`, Kibana writes over the timeout of a type as it registers it
 * (`registerType` in `plugin.ts` of alerting, 8.12). Of a run that takes longer nothing is kept.
 */
const timeoutOf = ({ ruleTaskTimeout }: RuleType): number =>
  durationMs(ruleTaskTimeout) ?? RUN_TIMEOUT.milliseconds;
