// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import { Loading } from '../loading';
import { problemOf } from '../problem';
import { ProblemPrompt } from '../problem_prompt';
import { sentence } from '../sentence';
import type { ServerApi } from '../server_api';
import { InstallRule } from './install_rule';
import { InstalledRule } from './installed_rule';
import { useRule } from './use_rule';

/** The state of our rule, and what can be done with it. */
export function RulePage({ api, maySave }: { api: ServerApi; maySave: boolean }) {
  const { state, change, isRunAwaited } = useRule(api);
  if (state.isLoading) {
    return <Loading what="the rule" />;
  }
  if (state.isError) {
    return <ProblemPrompt error={state.error} onRetry={() => void state.refetch()} />;
  }
  const { rule } = state.data;
  return (
    <div data-test-subj="rule">
      {change.isError && <FailedChange error={change.error} />}
      {rule === null ? (
        <InstallRule change={change} maySave={maySave} />
      ) : (
        <InstalledRule rule={rule} change={change} maySave={maySave} isRunAwaited={isRunAwaited} />
      )}
    </div>
  );
}

function FailedChange({ error }: { error: unknown }) {
  const { message, remedy } = problemOf(error);
  return (
    <>
      <EuiCallOut data-test-subj="failedChange" color="danger" iconType="error" title={message}>
        <p>{sentence(remedy)}</p>
      </EuiCallOut>
      <EuiSpacer />
    </>
  );
}
