// SPDX-License-Identifier: Apache-2.0
import type { RuleAction, RuleState } from '../api_types';

export interface Fact {
  title: string;
  description: string;
}

const OUTCOMES = { succeeded: 'Succeeded', warning: 'Warning', failed: 'Failed' } as const;

/** The state of an installed rule in words. @param inWords turns an ISO time into the viewer's zone */
export function ruleFacts(rule: RuleState, inWords: (time: string) => string): Fact[] {
  return [
    { title: 'State', description: rule.enabled ? 'Enabled' : 'Disabled' },
    {
      title: 'Linked Security rule',
      description: rule.linked ? rule.linked.name : 'None: the rule stands alone',
    },
    { title: 'Last run', description: lastRunInWords(rule.lastRun, inWords) },
    { title: 'Next run', description: rule.nextRun === null ? 'None' : inWords(rule.nextRun) },
  ];
}

function lastRunInWords(lastRun: RuleState['lastRun'], inWords: (time: string) => string): string {
  if (lastRun === null) {
    return 'It has not run yet';
  }
  const outcome = `${OUTCOMES[lastRun.outcome]}, ${inWords(lastRun.at)}`;
  return lastRun.message === null ? outcome : `${outcome}: ${lastRun.message}`;
}

/** What can be done with the rule now, the most likely first. */
export function possibleActions(rule: RuleState): RuleAction[] {
  if (!rule.installed) {
    return ['install'];
  }
  return rule.enabled ? ['run', 'disable'] : ['enable'];
}
