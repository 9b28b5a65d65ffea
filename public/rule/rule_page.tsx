// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import {
  EuiButton,
  EuiCallOut,
  EuiDescriptionList,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RuleAction } from '../api_types';
import { Loading } from '../loading';
import { problemOf } from '../problem';
import { ProblemPrompt } from '../problem_prompt';
import type { ServerApi } from '../server_api';
import { possibleActions, ruleFacts } from './rule_facts';

const LABELS: Record<RuleAction, string> = {
  install: 'Install the rule',
  enable: 'Enable',
  disable: 'Disable',
  run: 'Run now',
};

const inWords = (time: string) => new Date(time).toLocaleString();

/** The state of our rule, and what can be done with it. */
export function RulePage({ api }: { api: ServerApi }) {
  const queryClient = useQueryClient();
  const state = useQuery(['rule'], api.rule);
  const change = useMutation(api.changeRule, {
    // The checks look at the rule as well.
    onSettled: () => queryClient.invalidateQueries(),
  });

  if (state.isLoading) {
    return <Loading what="the rule" />;
  }
  if (state.isError) {
    return <ProblemPrompt error={state.error} onRetry={() => void state.refetch()} />;
  }

  const rule = state.data;
  return (
    <div data-test-subj="rule">
      {change.isError && <FailedChange error={change.error} />}
      {rule.installed ? (
        <EuiDescriptionList type="column" listItems={ruleFacts(rule, inWords)} />
      ) : (
        <EuiText>
          <p>The rule is not installed in this space. Until it is, nothing is searched.</p>
        </EuiText>
      )}
      <EuiSpacer />
      <EuiFlexGroup gutterSize="s" responsive={false} wrap>
        {possibleActions(rule).map((action, index) => (
          <EuiFlexItem key={action} grow={false}>
            <EuiButton
              data-test-subj={`rule-${action}`}
              fill={index === 0}
              isLoading={change.isLoading && change.variables === action}
              isDisabled={change.isLoading}
              onClick={() => change.mutate(action)}
            >
              {LABELS[action]}
            </EuiButton>
          </EuiFlexItem>
        ))}
      </EuiFlexGroup>
    </div>
  );
}

function FailedChange({ error }: { error: unknown }) {
  const { message, remedy } = problemOf(error);
  return (
    <>
      <EuiCallOut data-test-subj="failedChange" color="danger" iconType="error" title={message}>
        <p>{remedy}</p>
      </EuiCallOut>
      <EuiSpacer />
    </>
  );
}
