// SPDX-License-Identifier: Apache-2.0
import { lazy } from 'react';
import { i18n } from '@kbn/i18n';
import type { RuleTypeModel } from '../kibana_contracts';
import { RULE_TYPE_ID } from '../names';

/** What is wrong with parameters, field by field, as Kibana's form for rules wants it. */
type Validate = RuleTypeModel['validate'];

/**
 * The check comes with the form, since every page of Kibana loads this file and the check is large. Until it is here
 * nothing can have been typed; the server checks whatever is saved in any case.
 */
let validate: Validate = () => ({ errors: {} });

/** Our rule type for Stack Management, which lists such rules with it, and creates and edits them. */
export const ruleTypeModel = (): RuleTypeModel => ({
  id: RULE_TYPE_ID,
  description: i18n.translate('recentlyCompiled.ruleType.description', {
    defaultMessage:
      'Alerts when a program is compiled, linked, run and connects to the network within minutes.',
  }),
  iconClass: 'logoSecurity',
  documentationUrl: null,
  validate: (params) => validate(params),
  ruleParamsExpression: lazy(async () => {
    const form = await import('./rule_params_expression');
    validate = form.validateParams;
    return { default: form.RuleParamsExpression };
  }),
  requiresAppContext: false,
  defaultActionMessage: '{{context.reason}}\n{{context.alertUrl}}',
});
