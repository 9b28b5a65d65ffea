// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { joinClauses, joinSentences } from '../../common/sentences';
import type { Check } from './check';

/** Whether our rule is there, runs and succeeds. */
export const ownRule: Check = {
  id: 'own_rule',
  title: () =>
    i18n.translate('recentlyCompiled.checks.ownRule.title', {
      defaultMessage: 'Rule of Recently Compiled',
    }),
  run: async (context) => {
    const rule = await context.rule();
    if (!rule) {
      return {
        status: 'error',
        message: i18n.translate('recentlyCompiled.checks.ownRule.notInstalled', {
          defaultMessage: 'The rule is not installed in this space',
        }),
        remedy: i18n.translate('recentlyCompiled.checks.ownRule.notInstalledRemedy', {
          defaultMessage: 'Install it',
        }),
      };
    }
    const details = { enabled: rule.enabled, outcome: rule.outcome, nextRun: rule.nextRun };
    if (rule.paramProblems.length > 0) {
      return {
        status: 'error',
        message: i18n.translate('recentlyCompiled.checks.ownRule.problems', {
          defaultMessage: 'Parameters of the rule can not be used: {problems}',
          values: { problems: joinClauses(rule.paramProblems.map(({ message }) => message)) },
        }),
        remedy: joinSentences(rule.paramProblems.map(({ remedy }) => remedy)),
        details,
      };
    }
    if (!rule.enabled) {
      return {
        status: 'warning',
        message: i18n.translate('recentlyCompiled.checks.ownRule.disabled', {
          defaultMessage: 'The rule is disabled, so that nothing is detected',
        }),
        remedy: i18n.translate('recentlyCompiled.checks.ownRule.disabledRemedy', {
          defaultMessage: 'Enable it',
        }),
        details,
      };
    }
    const { status, messages = [] } = rule.outcome ?? {};
    const told = joinClauses(messages);
    switch (status) {
      case 'failed':
        return {
          status: 'error',
          message:
            told === ''
              ? i18n.translate('recentlyCompiled.checks.ownRule.failed', {
                  defaultMessage: 'The last run of the rule failed',
                })
              : i18n.translate('recentlyCompiled.checks.ownRule.failedWith', {
                  defaultMessage: 'The last run of the rule failed: {told}',
                  values: { told },
                }),
          remedy: i18n.translate('recentlyCompiled.checks.ownRule.failedRemedy', {
            defaultMessage: 'Do what the message asks for; the next run makes up for it',
          }),
          details,
        };
      case 'warning':
        return {
          status: 'warning',
          message:
            told === ''
              ? i18n.translate('recentlyCompiled.checks.ownRule.warned', {
                  defaultMessage: 'The last run of the rule had warnings',
                })
              : i18n.translate('recentlyCompiled.checks.ownRule.warnedWith', {
                  defaultMessage: 'The last run of the rule had warnings: {told}',
                  values: { told },
                }),
          remedy: i18n.translate('recentlyCompiled.checks.ownRule.warnedRemedy', {
            defaultMessage: 'Do what the message asks for',
          }),
          details,
        };
      case 'succeeded':
        return {
          status: 'ok',
          message: i18n.translate('recentlyCompiled.checks.ownRule.ok', {
            defaultMessage: 'The rule is enabled, and its last run succeeded',
          }),
          details,
        };
      case undefined:
        return {
          status: 'ok',
          message: i18n.translate('recentlyCompiled.checks.ownRule.notRunYet', {
            defaultMessage: 'The rule is enabled and has not run yet',
          }),
          details,
        };
    }
  },
};
