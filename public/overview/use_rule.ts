// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Rule, RuleResponse } from '../../common/api';
import type { ServerApi } from '../server_api';

const LOOK_AGAIN_AFTER = 2_000;
/** Kibana may be busy with other rules; a run that starts later is seen with the next look at the page. */
const LONGEST_WAIT = 120_000;

interface Awaited {
  readonly until: number;
  readonly before: string;
}

/** What runs have told; to switch a rule on or off does not change it. */
const findingsOf = (rule: Rule | null | undefined): string =>
  JSON.stringify([rule?.outcome, rule?.runs]);

/** What each run changes; its time alone does not tell, since in a recording all runs have the same. */
const runsOf = (rule: Rule | null | undefined): string =>
  JSON.stringify([findingsOf(rule), rule?.nextRun]);

/**
 * The rule and what changes it. Looks again and again only as long as a run is under way or awaited, since
 * requests keep the session of whoever has left the page open from ending.
 */
export function useRule(api: ServerApi) {
  const queryClient = useQueryClient();
  const [awaited, setAwaited] = useState<Awaited>();

  const isAwaited = (rule: Rule | null | undefined): boolean =>
    awaited !== undefined && Date.now() < awaited.until && runsOf(rule) === awaited.before;
  const isFirstRunAwaited = useFirstRunAwaited();
  const state = useQuery(['rule'], api.rule, {
    refetchInterval: (data) =>
      data?.rule?.running === true || isAwaited(data?.rule) || isFirstRunAwaited(data?.rule)
        ? LOOK_AGAIN_AFTER
        : false,
  });
  useAfterRun(state.data, () => {
    void queryClient.invalidateQueries({ predicate: ({ queryKey: [of] }) => of !== 'rule' });
  });
  const change = useMutation(api.changeRule, {
    onSuccess: (_answer, { action }) => {
      if (action === 'run') {
        setAwaited({ until: Date.now() + LONGEST_WAIT, before: runsOf(state.data?.rule) });
      }
    },
    // The checks look at the rule as well.
    onSettled: () => queryClient.invalidateQueries(),
  });
  return { state, change, isRunAwaited: isAwaited(state.data?.rule) };
}

/** Does something when a run has come to its end: other parts of the page show what it found. */
function useAfterRun(answer: RuleResponse | undefined, act: () => void): void {
  const findings = answer && findingsOf(answer.rule);
  const seen = useRef<string>();
  useEffect(() => {
    if (findings === undefined) {
      return;
    }
    if (seen.current !== undefined && seen.current !== findings) {
      act();
    }
    seen.current = findings;
  });
}

/** A rule that is on runs soon after it was made; that is waited for as long as for any other run. */
function useFirstRunAwaited(): (rule: Rule | null | undefined) => boolean {
  const seen = useRef<{ readonly id: string; readonly until: number }>();
  return (rule) => {
    if (!rule?.enabled || rule.outcome !== null) {
      return false;
    }
    if (seen.current?.id !== rule.id) {
      seen.current = { id: rule.id, until: Date.now() + LONGEST_WAIT };
    }
    return Date.now() < seen.current.until;
  };
}

export type RuleInUse = ReturnType<typeof useRule>;
export type RuleMutation = RuleInUse['change'];
