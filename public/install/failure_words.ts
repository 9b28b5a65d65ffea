// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { problemOf, type Problem } from '../problem';
import type { StepId } from './plan';
import { isStatus } from './status';
import { InTheWay, RuleIsGone } from './steps';

const FORBIDDEN = 403;
const NOT_FOUND = 404;

/** Why a step did not work and what to do about it. */
export function stepProblem(step: StepId, error: unknown): Pick<Problem, 'message' | 'remedy'> {
  if (error instanceof InTheWay) {
    return {
      message: i18n.translate('recentlyCompiled.install.failed.inTheWay', {
        defaultMessage: 'Somebody has created this Security rule in the meantime',
      }),
      remedy: i18n.translate('recentlyCompiled.install.failed.inTheWay.remedy', {
        defaultMessage: 'Undo, then choose that rule, which will be offered',
      }),
    };
  }
  if (error instanceof RuleIsGone) {
    return {
      message: i18n.translate('recentlyCompiled.install.failed.gone', {
        defaultMessage: 'The Security rule [{id}] does not exist any more',
        values: { id: error.id },
      }),
      remedy: i18n.translate('recentlyCompiled.install.failed.gone.remedy', {
        defaultMessage: 'Undo, then choose another one or create a new one',
      }),
    };
  }
  const problem = problemOf(error);
  // Our own routes bring the remedy with them.
  return step === 'link' ? problem : { ...problem, remedy: securityRemedy(step, error, problem) };
}

/** Why the rules of Security can not be looked at. */
export const findProblem = (error: unknown): Pick<Problem, 'message' | 'remedy'> => {
  const problem = problemOf(error);
  return { ...problem, remedy: securityRemedy('create', error, problem) };
};

function securityRemedy(step: StepId, error: unknown, { remedy }: Problem): string {
  if (isStatus(error, NOT_FOUND)) {
    return i18n.translate('recentlyCompiled.install.failed.noSecurity', {
      defaultMessage:
        "Security does not answer: look into Kibana's log for why its plugin did not start, or install the rule without a Security rule",
    });
  }
  if (!isStatus(error, FORBIDDEN)) {
    return remedy;
  }
  return step === 'list'
    ? i18n.translate('recentlyCompiled.install.failed.listPrivilege', {
        defaultMessage:
          'To create the exception list takes the Kibana privilege "Recently Compiled: All" or "Security: All" in this space',
      })
    : i18n.translate('recentlyCompiled.install.failed.rulePrivilege', {
        defaultMessage:
          'It takes the Kibana privilege "Security: All" in this space. Ask an administrator for it, let somebody who has it install the rule, or install ours without a Security rule',
      });
}
