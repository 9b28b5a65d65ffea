// SPDX-License-Identifier: Apache-2.0
import { DEFAULT_RULE_PARAMS, parseRuleParams, type RuleParams } from '../../common/rule';
import { joinSentences } from '../../common/sentences';

type Params = Readonly<Record<string, unknown>>;

/** What the rule's parameters hold beside those that people set: see `RuleTypeParams` of the server. */
const OWN_AFFAIRS = ['version', 'securityRuleId', 'linkedRuleId'];

const withoutOwnAffairs = (params: Params): Params =>
  Object.fromEntries(Object.entries(params).filter(([name]) => !OWN_AFFAIRS.includes(name)));

/** From this version of the parameters on they say which detection it is; see `RuleTypeParams` of the server. */
const DETECTION_SINCE = 2;

/** A rule that was stored when there was one detection keeps that one, as the server reads it. */
const oldDetection = ({ version, linkedRuleId }: Params): Partial<RuleParams> =>
  (typeof version === 'number' && version < DETECTION_SINCE) ||
  (version === undefined && linkedRuleId !== undefined)
    ? { detection: 'published' }
    : {};

/**
 * What stands in the form: the stored parameters, with defaults for those that are missing, as all are of a new
 * rule. The interval is asked for by Kibana's own form.
 */
export const shownParams = (ruleParams: Params, ruleInterval: string): RuleParams => ({
  ...DEFAULT_RULE_PARAMS,
  ...oldDetection(ruleParams),
  ...(withoutOwnAffairs(ruleParams) as Partial<RuleParams>),
  interval: ruleInterval,
});

/** The parameters by which one set differs from another, each with its new value. */
export const changedOf = (before: Params, after: RuleParams): readonly [string, unknown][] =>
  Object.entries(after).filter(
    ([name, value]) => JSON.stringify(before[name]) !== JSON.stringify(value),
  );

/**
 * The server's check, as the rule form of Stack Management asks for it: `errors` by parameter, where an empty
 * object means that the rule may be saved (`ValidationResult` of triggersActionsUi, 8.12 and 9.x).
 */
export function validateParams(params: unknown): { errors: Record<string, string[]> } {
  const parsed = parseRuleParams(withoutOwnAffairs((params ?? {}) as Params));
  const errors: Record<string, string[]> = {};
  for (const { field, message, remedy } of 'problems' in parsed ? parsed.problems : []) {
    const [name = field] = field.split('[');
    errors[name] = [...(errors[name] ?? []), joinSentences([message, remedy])];
  }
  return { errors };
}
