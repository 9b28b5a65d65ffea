// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { Check } from './check';

/** Whether the Security rule that ours obeys is there and in force. */
export const linkedRule: Check = {
  id: 'linked_rule',
  title: () =>
    i18n.translate('recentlyCompiled.checks.linkedRule.title', {
      defaultMessage: 'Linked Security rule',
    }),
  run: async (context) => {
    const rule = await context.rule();
    if (!rule) {
      return {
        status: 'warning',
        message: i18n.translate('recentlyCompiled.checks.linkedRule.notInstalled', {
          defaultMessage: 'Our rule is not installed, so that no Security rule is linked with it',
        }),
        remedy: i18n.translate('recentlyCompiled.checks.linkedRule.notInstalledRemedy', {
          defaultMessage: 'Install it, with a link if you manage the rule in Security',
        }),
      };
    }
    if (!rule.link) {
      return {
        status: 'ok',
        message: i18n.translate('recentlyCompiled.checks.linkedRule.alone', {
          defaultMessage: 'Our rule stands alone, no Security rule is linked with it',
        }),
      };
    }
    const { securityRuleId: id, name, status } = rule.link;
    const shown = name ?? id;
    const details = { securityRuleId: id };
    switch (status) {
      case 'enabled':
        return {
          status: 'ok',
          message: i18n.translate('recentlyCompiled.checks.linkedRule.ok', {
            defaultMessage: 'The Security rule [{shown}] is linked and enabled',
            values: { shown },
          }),
          details,
        };
      case 'disabled':
        return {
          status: 'warning',
          message: i18n.translate('recentlyCompiled.checks.linkedRule.disabled', {
            defaultMessage:
              'The Security rule [{shown}] is disabled, so that ours does nothing either',
            values: { shown },
          }),
          remedy: i18n.translate('recentlyCompiled.checks.linkedRule.disabledRemedy', {
            defaultMessage: 'Enable it on the Security rules page',
          }),
          details,
        };
      case 'missing':
        return {
          status: 'error',
          message: i18n.translate('recentlyCompiled.checks.linkedRule.missing', {
            defaultMessage:
              'The linked Security rule [{id}] does not exist any more, so that ours has stopped',
            values: { id },
          }),
          remedy: i18n.translate('recentlyCompiled.checks.linkedRule.missingRemedy', {
            defaultMessage:
              'Link another Security rule, or delete our rule and install it without a link',
          }),
        };
      case 'unsuitable':
        return {
          status: 'error',
          message: i18n.translate('recentlyCompiled.checks.linkedRule.unsuitable', {
            defaultMessage: 'The linked Security rule [{shown}] is no EQL rule',
            values: { shown },
          }),
          remedy: i18n.translate('recentlyCompiled.checks.linkedRule.unsuitableRemedy', {
            defaultMessage: 'Link a rule of the type Event Correlation',
          }),
          details,
        };
      case 'hidden':
        return {
          status: 'unknown',
          message: i18n.translate('recentlyCompiled.checks.linkedRule.hidden', {
            defaultMessage: 'You may not read the linked Security rule [{id}]',
            values: { id },
          }),
          remedy: i18n.translate('recentlyCompiled.checks.linkedRule.hiddenRemedy', {
            defaultMessage: 'Ask an administrator for a role that may read rules of Security',
          }),
        };
    }
  },
};
