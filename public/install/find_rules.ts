// SPDX-License-Identifier: Apache-2.0
import { EXCLUSION_LIST_ID } from '../../common/api/api_base';
import { linksToApp, PUBLISHED_RULE } from '../../common/rule';
import type { SecurityApi } from './security_api';
import type { SecurityRule } from './security_rule';

/** What a Security rule lacks of what ours wants of it. */
export interface Lacks {
  readonly list: boolean;
  readonly tiebreaker: boolean;
  readonly guide: boolean;
  readonly enabled: boolean;
}

/**
 * The published rule, however it got there, and copies of it, which have an id of their own. Kibana writes
 * `<types of Security> AND ` before it, in some versions without brackets of its own (its sources,
 * `enrichFilterWithRuleTypeMapping`), which then would hold for the id alone.
 */
const FILTER = `(alert.attributes.params.ruleId: "${PUBLISHED_RULE.rule_id}" or alert.attributes.name: "${PUBLISHED_RULE.name}")`;

/** The Security rules of this space that ours can be linked with, the published one first. */
export async function findRules(api: Pick<SecurityApi, 'findRules'>): Promise<SecurityRule[]> {
  const found = await api.findRules(FILTER);
  return found
    .filter(({ type }) => type === 'eql')
    .sort((a, b) => Number(isPublished(b)) - Number(isPublished(a)));
}

/** Whether a second one can not be created beside it. */
export const isPublished = ({ rule_id }: SecurityRule): boolean =>
  rule_id === PUBLISHED_RULE.rule_id;

export const lacksOf = (rule: SecurityRule): Lacks => ({
  list: !(rule.exceptions_list ?? []).some(({ list_id }) => list_id === EXCLUSION_LIST_ID),
  tiebreaker: rule.tiebreaker_field === undefined || rule.tiebreaker_field === '',
  guide: !linksToApp(rule.note ?? ''),
  enabled: !rule.enabled,
});
