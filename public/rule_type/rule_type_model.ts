// SPDX-License-Identifier: Apache-2.0
import type { RuleTypeModel } from '../kibana_contracts';
import { RULE_TYPE_ID } from '../names';

/**
 * Our rule type for Stack Management, which lists such rules with it, and sends people to our app to
 * create or change them. Parameters are checked by the server.
 */
export const ruleTypeModel: RuleTypeModel = {
  id: RULE_TYPE_ID,
  description:
    'Alerts when a program is compiled, linked, run and connects to the network within a minute.',
  iconClass: 'logoSecurity',
  documentationUrl: null,
  validate: () => ({ errors: {} }),
  // The registry wants one; types that need their app's context are never edited in its form.
  ruleParamsExpression: () => null,
  requiresAppContext: true,
};
