// SPDX-License-Identifier: Apache-2.0
import type { Check } from './check';

/** Whether the Security rule that ours obeys is there and in force. */
export const linkedRule: Check = {
  id: 'linked_rule',
  title: 'Linked Security rule',
  run: async (context) => {
    const rule = await context.rule();
    if (!rule) {
      return {
        status: 'warning',
        message: 'Our rule is not installed, so that no Security rule is linked with it',
        remedy: 'Install it, with a link if you manage the rule in Security',
      };
    }
    if (!rule.link) {
      return { status: 'ok', message: 'Our rule stands alone, no Security rule is linked with it' };
    }
    const { securityRuleId: id, name, status } = rule.link;
    switch (status) {
      case 'enabled':
        return { status: 'ok', message: `The Security rule [${name ?? id}] is linked and enabled` };
      case 'disabled':
        return {
          status: 'warning',
          message: `The Security rule [${name ?? id}] is disabled, so that ours does nothing either`,
          remedy: 'Enable it on the Security rules page',
        };
      case 'missing':
        return {
          status: 'error',
          message: `The linked Security rule [${id}] does not exist any more, so that ours has stopped`,
          remedy: 'Link another Security rule, or delete our rule and install it without a link',
        };
      case 'unsuitable':
        return {
          status: 'error',
          message: `The linked Security rule [${name ?? id}] is no EQL rule`,
          remedy: 'Link a rule of the type Event Correlation',
        };
      case 'hidden':
        return {
          status: 'unknown',
          message: `You may not read the linked Security rule [${id}]`,
          remedy: 'Ask an administrator for a role that may read rules of Security',
        };
    }
  },
};
