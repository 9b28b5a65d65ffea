// SPDX-License-Identifier: Apache-2.0
import type { Check } from './check';

/** Whether our rule is there, runs and succeeds. */
export const ownRule: Check = {
  id: 'own_rule',
  title: 'Rule of Recently Compiled',
  run: async (context) => {
    const rule = await context.rule();
    if (!rule) {
      return {
        status: 'error',
        message: 'The rule is not installed in this space',
        remedy: 'Install it',
      };
    }
    const details = { enabled: rule.enabled, outcome: rule.outcome, nextRun: rule.nextRun };
    if (rule.paramProblems.length > 0) {
      return {
        status: 'error',
        message: `Parameters of the rule can not be used: ${rule.paramProblems.map(({ message }) => message).join('; ')}`,
        remedy: rule.paramProblems.map(({ remedy }) => remedy).join('; '),
        details,
      };
    }
    if (!rule.enabled) {
      return {
        status: 'warning',
        message: 'The rule is disabled, so that nothing is detected',
        remedy: 'Enable it',
        details,
      };
    }
    const { status, messages = [] } = rule.outcome ?? {};
    const told = messages.length > 0 ? `: ${messages.join('; ')}` : '';
    switch (status) {
      case 'failed':
        return {
          status: 'error',
          message: `The last run of the rule failed${told}`,
          remedy: 'Do what the message asks for; the next run makes up for it',
          details,
        };
      case 'warning':
        return {
          status: 'warning',
          message: `The last run of the rule had warnings${told}`,
          remedy: 'Do what the message asks for',
          details,
        };
      case 'succeeded':
        return {
          status: 'ok',
          message: 'The rule is enabled, and its last run succeeded',
          details,
        };
      case undefined:
        return { status: 'ok', message: 'The rule is enabled and has not run yet', details };
    }
  },
};
