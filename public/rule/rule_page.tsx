// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import { InstallProgress } from '../install/install_progress';
import { useInstall, type SecurityOfKibana } from '../install/use_install';
import { Loading } from '../loading';
import { problemOf } from '../problem';
import { ProblemPrompt } from '../problem_prompt';
import { sentence } from '../sentence';
import type { ServerApi } from '../server_api';
import { InstallRule } from './install_rule';
import { InstalledRule } from './installed_rule';
import { useRule } from './use_rule';

/** The state of our rule, and what can be done with it. */
export function RulePage({
  api,
  maySave,
  kibana,
}: {
  api: ServerApi;
  maySave: boolean;
  kibana: SecurityOfKibana;
}) {
  const { state, change, isRunAwaited } = useRule(api);
  // Held here, since our rule may be there before the installation has come to its end.
  const install = useInstall(api, kibana);
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
      {install.progress ? (
        <InstallProgress install={install} progress={install.progress} />
      ) : rule === null ? (
        <InstallRule change={change} maySave={maySave} install={install} />
      ) : (
        <InstalledRule
          rule={rule}
          change={change}
          maySave={maySave}
          isRunAwaited={isRunAwaited}
          install={install}
        />
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
