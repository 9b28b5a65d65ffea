// SPDX-License-Identifier: Apache-2.0
import React, { useEffect } from 'react';
import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { RuleTypeParamsExpressionProps } from '../kibana_contracts';
import { problemsOf } from '../rule_params/form_state';
import { RuleParamsForm } from '../rule_params/rule_params_form';
import { changedOf, shownParams } from './expression_params';

export { validateParams } from './expression_params';

/** The parameters of our rule within Stack Management's form for rules, which asks for name, interval and actions. */
export function RuleParamsExpression({
  ruleParams,
  ruleInterval,
  setRuleParams,
}: RuleTypeParamsExpressionProps) {
  const params = shownParams(ruleParams, ruleInterval);
  const missing = changedOf(ruleParams, params);
  // Kibana keeps what the form tells it, so that a new rule has to tell its defaults, and each the interval.
  useEffect(() => missing.forEach(([name, value]) => setRuleParams(name, value)));
  const { securityRuleId } = ruleParams;
  return (
    <div data-test-subj="ruleParamsExpression">
      {typeof securityRuleId === 'string' && (
        <>
          <EuiCallOut
            data-test-subj="linkedRule"
            size="s"
            iconType="link"
            title={i18n.translate('recentlyCompiled.ruleType.linked', {
              defaultMessage:
                'This rule obeys the Security rule {id}. The Recently Compiled app changes that.',
              values: { id: securityRuleId },
            })}
          />
          <EuiSpacer size="m" />
        </>
      )}
      <RuleParamsForm
        params={params}
        without={['interval']}
        onChange={(changed) =>
          changedOf(params, changed).forEach(([name, value]) => setRuleParams(name, value))
        }
        problems={problemsOf(params)}
      />
      <EuiSpacer size="m" />
    </div>
  );
}
