// SPDX-License-Identifier: Apache-2.0
import type { Rule, RuleLink } from '../../common/api';
import type { SanitizedRule } from '../kibana_contracts';
import type { LastRun, RunState } from '../rule_type/executor/run_state';
import { summarize } from '../rule_type/executor/summary';
import { parseRuleTypeParams, type RuleTypeParams } from '../rule_type/rule_type_params';
import { pastRuns } from './past_runs';

/** The parameters of our rule, undefined where they can not be used. */
export const paramsOf = (rule: SanitizedRule): RuleTypeParams | undefined => {
  const parsed = parseRuleTypeParams(rule.params);
  return 'params' in parsed ? parsed.params : undefined;
};

/** What is known about our rule, in the words of the API. */
export const describeRule = (
  rule: SanitizedRule,
  { link, state }: { readonly link: RuleLink | null; readonly state: RunState | undefined },
): Rule => {
  const parsed = parseRuleTypeParams(rule.params);
  return {
    id: rule.id,
    name: rule.name,
    enabled: rule.enabled,
    revision: rule.revision ?? 0,
    params: 'params' in parsed ? withoutLink(parsed.params) : null,
    paramProblems: 'params' in parsed ? [] : [...parsed.problems],
    link,
    createdBy: rule.createdBy,
    createdAt: isoTime(rule.createdAt),
    updatedBy: rule.updatedBy,
    updatedAt: isoTime(rule.updatedAt),
    running: rule.running ?? false,
    nextRun: rule.enabled && rule.nextRun ? isoTime(rule.nextRun) : null,
    outcome: outcomeOf(rule),
    runs: [...pastRuns(state?.history ?? [], rule.monitoring?.run.history ?? [])],
    lastRun: state?.lastRun ? retold(state.lastRun) : null,
    checkpoint: state?.checkpoint ?? null,
  };
};

/** With the summary in the language of whoever asks, not of the run. */
const retold = ({ searched, ...lastRun }: LastRun): Rule['lastRun'] =>
  searched ? { ...lastRun, summary: summarize(searched, lastRun) } : lastRun;

const withoutLink = ({ version: _version, securityRuleId: _id, ...params }: RuleTypeParams) =>
  params;

const isoTime = (time: Date | string): string => new Date(time).toISOString();

const outcomeOf = ({ lastRun, executionStatus }: SanitizedRule): Rule['outcome'] =>
  lastRun
    ? {
        status: lastRun.outcome,
        messages: [...(lastRun.outcomeMsg ?? [])],
        at: executionStatus ? isoTime(executionStatus.lastExecutionDate) : null,
      }
    : null;
