// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { Rule, RuleLink } from '../../common/api';

export interface Fact {
  title: string;
  description: string;
}

/** How an installed rule is doing. @param inWords turns an ISO time into the viewer's zone */
export function ruleFacts(rule: Rule, inWords: (time: string) => string): Fact[] {
  return [
    {
      title: i18n.translate('recentlyCompiled.overview.fact.link', {
        defaultMessage: 'Linked Security rule',
      }),
      description: linkWords(rule.link),
    },
    {
      title: i18n.translate('recentlyCompiled.overview.fact.searchedTo', {
        defaultMessage: 'Events searched up to',
      }),
      description:
        rule.checkpoint === null
          ? i18n.translate('recentlyCompiled.overview.fact.noneYet', {
              defaultMessage: 'None yet',
            })
          : inWords(rule.checkpoint.searchedTo),
    },
    {
      title: i18n.translate('recentlyCompiled.overview.fact.created', {
        defaultMessage: 'Created',
      }),
      description: madeBy(rule.createdBy, inWords(rule.createdAt)),
    },
    {
      title: i18n.translate('recentlyCompiled.overview.fact.changed', {
        defaultMessage: 'Last changed',
      }),
      description: madeBy(rule.updatedBy, inWords(rule.updatedAt)),
    },
  ];
}

/** The Security rule that ours obeys, and what follows from its state. */
export function linkWords(link: RuleLink | null): string {
  if (link === null) {
    return i18n.translate('recentlyCompiled.overview.link.none', {
      defaultMessage: 'The rule stands alone',
    });
  }
  return LINK_STATES[link.status](link.name ?? link.securityRuleId);
}

const LINK_STATES: Record<RuleLink['status'], (rule: string) => string> = {
  enabled: (rule) =>
    i18n.translate('recentlyCompiled.overview.link.enabled', {
      defaultMessage: '{rule} (enabled)',
      values: { rule },
    }),
  disabled: (rule) =>
    i18n.translate('recentlyCompiled.overview.link.disabled', {
      defaultMessage: '{rule} (disabled there, so that this rule does nothing either)',
      values: { rule },
    }),
  missing: (rule) =>
    i18n.translate('recentlyCompiled.overview.link.missing', {
      defaultMessage: '{rule} (it does not exist any more, so that this rule has stopped)',
      values: { rule },
    }),
  hidden: (rule) =>
    i18n.translate('recentlyCompiled.overview.link.hidden', {
      defaultMessage: '{rule} (you may not read it)',
      values: { rule },
    }),
  unsuitable: (rule) =>
    i18n.translate('recentlyCompiled.overview.link.unsuitable', {
      defaultMessage: '{rule} (it is no EQL rule, so that this rule has stopped)',
      values: { rule },
    }),
};

const madeBy = (who: string | null, time: string): string =>
  who === null
    ? time
    : i18n.translate('recentlyCompiled.overview.fact.timeBy', {
        defaultMessage: '{time} by {who}',
        values: { time, who },
      });

/** Whether another Security rule can be linked: nobody should lose a link that works. */
export const mayLink = ({ link }: Rule): boolean =>
  link === null || link.status === 'missing' || link.status === 'unsuitable';
