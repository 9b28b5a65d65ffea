// SPDX-License-Identifier: Apache-2.0
import { textAt } from '../../common/ecs';
import type { SequenceQuery } from '../../common/eql/ast';
import type { EventSource } from '../../common/eql/types/field_reader';
import type { RuleParams } from '../../common/rule';
import { buildRuleQuery } from '../../common/rule/build_rule_query';
import { explain, sequenceQueryOf, type Explanation } from './matched_conditions';

export interface ExplainedMatch {
  /** Whose query it is: as it stands in the alert, or of the rule as its parameters are now. */
  readonly origin: 'alert' | 'rule';
  readonly explanation: Explanation;
}

/**
 * Why the events match. An alert under a linked Security rule carries that rule's query, which need not be
 * the one of our own parameters that found it, so that the first which the events meet is taken.
 * @returns undefined when there is no query to explain
 */
export function explainMatch(
  shell: EventSource,
  events: readonly EventSource[],
  params: RuleParams | undefined,
): ExplainedMatch | undefined {
  const recorded = textAt(shell, 'kibana.alert.rule.parameters.query');
  const queries: [ExplainedMatch['origin'], SequenceQuery | undefined][] = [
    ['alert', recorded === undefined ? undefined : sequenceQueryOf(recorded)],
    ['rule', params && buildRuleQuery(params)],
  ];
  const matches = queries.flatMap(([origin, query]) =>
    query ? [{ origin, explanation: explain(query, events) }] : [],
  );
  return matches.find(({ explanation }) => explanation.isMet) ?? matches[0];
}
