// SPDX-License-Identifier: Apache-2.0
import type { Rule, RuleLink } from '../../common/api';

export interface Fact {
  title: string;
  description: string;
}

const LINK_STATES: Record<RuleLink['status'], string> = {
  enabled: 'enabled',
  disabled: 'disabled there, so that this rule does nothing either',
  missing: 'it does not exist any more, so that this rule has stopped',
  hidden: 'you may not read it',
  unsuitable: 'it is no EQL rule, so that this rule has stopped',
};

/** How an installed rule is doing. @param inWords turns an ISO time into the viewer's zone */
export function ruleFacts(rule: Rule, inWords: (time: string) => string): Fact[] {
  return [
    { title: 'Linked Security rule', description: linkInWords(rule.link) },
    {
      title: 'Next run',
      description: rule.running
        ? 'It runs now'
        : rule.nextRun === null
          ? 'None'
          : inWords(rule.nextRun),
    },
    {
      title: 'Events searched up to',
      description: rule.checkpoint === null ? 'None yet' : inWords(rule.checkpoint.searchedTo),
    },
    { title: 'Created', description: madeBy(rule.createdBy, rule.createdAt, inWords) },
    { title: 'Last changed', description: madeBy(rule.updatedBy, rule.updatedAt, inWords) },
  ];
}

function linkInWords(link: RuleLink | null): string {
  return link === null
    ? 'None: the rule stands alone'
    : `${link.name ?? link.securityRuleId} (${LINK_STATES[link.status]})`;
}

function madeBy(who: string | null, time: string, inWords: (time: string) => string): string {
  return who === null ? inWords(time) : `${inWords(time)} by ${who}`;
}

/** Whether another Security rule can be linked: nobody should lose a link that works. */
export const mayLink = ({ link }: Rule): boolean =>
  link === null || link.status === 'missing' || link.status === 'unsuitable';
