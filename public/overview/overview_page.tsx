// SPDX-License-Identifier: Apache-2.0
import React, { lazy, Suspense } from 'react';
import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useHistory, useLocation } from 'react-router-dom';
import type { RuleResponse } from '../../common/api';
import { InstallProgress } from '../install/install_progress';
import { LinkedRuleLacks } from '../install/linked_rule_lacks';
import { useInstall, type Install, type SecurityOfKibana } from '../install/use_install';
import { Loading } from '../loading';
import { problemOf } from '../problem';
import { ProblemPrompt } from '../problem_prompt';
import { sentence } from '../sentence';
import type { ServerApi } from '../server_api';
import { AlertsOverTimePanel } from './alerts_over_time_panel';
import { AttentionPanel } from './attention_panel';
import { InstallRule } from './install_rule';
import { InstalledRule } from './installed_rule';
import { readOverview, writeOverview, type OverviewState } from './overview_state';
import { RulePanels } from './rule_panels';
import { RunsPanel } from './runs_panel';
import { useKnown } from './use_known';
import { useRule, type RuleInUse } from './use_rule';

// Only who edits parameters needs their checks.
const ParamsEditor = lazy(async () => {
  const { ParamsEditor: component } = await import('./params_editor');
  return { default: component };
});

interface OverviewProps {
  api: ServerApi;
  maySave: boolean;
  kibana: SecurityOfKibana;
}

/** How the rule is doing, what needs attention, and all that can be done with the rule. */
export function OverviewPage(props: OverviewProps) {
  const inUse = useRule(props.api);
  // Held here, since our rule may be there before the installation has come to its end.
  const install = useInstall(props.api, props.kibana);
  const { state } = inUse;
  if (state.isLoading) {
    return (
      <Loading
        what={i18n.translate('recentlyCompiled.overview.theRule', { defaultMessage: 'the rule' })}
      />
    );
  }
  if (state.isError) {
    return <ProblemPrompt error={state.error} onRetry={() => void state.refetch()} />;
  }
  return <Overview {...props} inUse={inUse} install={install} answer={state.data} />;
}

function Overview({
  api,
  maySave,
  kibana,
  inUse: { change, isRunAwaited },
  install,
  answer: { rule, now },
}: OverviewProps & { inUse: RuleInUse; install: Install; answer: RuleResponse }) {
  const history = useHistory();
  const { pathname, search } = useLocation();
  const state = readOverview(search);
  const go = (changes: Partial<OverviewState>): void =>
    history.push({ pathname, search: writeOverview({ ...state, ...changes }) });
  const edit = (): void => go({ edit: 'params' });
  const attention = useKnown(api, rule, now);
  return (
    <div data-test-subj="overview">
      {change.isError && change.variables?.action !== 'params' && (
        <FailedChange error={change.error} />
      )}
      {install.progress ? (
        <InstallProgress install={install} progress={install.progress} />
      ) : rule === null ? (
        <InstallRule change={change} maySave={maySave} install={install} />
      ) : (
        <InstalledRule
          rule={rule}
          now={now}
          change={change}
          maySave={maySave}
          isRunAwaited={isRunAwaited}
        />
      )}
      <EuiSpacer />
      {maySave && install.security && !install.progress && rule?.link && (
        <LinkedRuleLacks
          install={install}
          security={install.security}
          id={rule.link.securityRuleId}
        />
      )}
      <AttentionPanel
        {...attention}
        change={change}
        maySave={maySave}
        isRunAwaited={isRunAwaited}
        kibana={kibana}
        onEdit={edit}
      />
      <EuiSpacer />
      <AlertsOverTimePanel api={api} state={state} onChange={go} />
      {rule !== null && (
        <>
          <EuiSpacer />
          <RunsPanel runs={rule.runs} view={state.runs} onView={(runs) => go({ runs })} />
          <EuiSpacer />
          <RulePanels
            rule={rule}
            change={change}
            maySave={maySave}
            isRunAwaited={isRunAwaited}
            kibana={kibana}
            install={install}
            onEdit={edit}
          />
          {maySave && state.edit === 'params' && (
            <Suspense fallback={null}>
              <ParamsEditor
                api={api}
                rule={rule}
                change={change}
                onClose={() => go({ edit: 'none' })}
              />
            </Suspense>
          )}
        </>
      )}
    </div>
  );
}

function FailedChange({ error }: { error: unknown }) {
  const { message, remedy } = problemOf(error);
  return (
    <>
      <EuiCallOut
        data-test-subj="failedChange"
        role="alert"
        color="danger"
        iconType="error"
        title={message}
      >
        <p>{sentence(remedy)}</p>
      </EuiCallOut>
      <EuiSpacer />
    </>
  );
}
