// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiSpacer, EuiTitle } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useHistory, useLocation } from 'react-router-dom';
import type { OpenInKibana } from '../open_in_kibana';
import type { ServerApi } from '../server_api';
import { HostsSection } from './hosts_section';
import { readSetupState, writeSetupState, type SetupState } from './setup_state';
import { StepsSection } from './steps_section';

/** The setup guide with the real state of each step, and which hosts the detections can match on. */
export function SetupPage({ api, kibana }: { api: ServerApi; kibana: OpenInKibana }) {
  const history = useHistory();
  const { pathname, search } = useLocation();
  const state = readSetupState(search);
  const go = (changes: Partial<SetupState>): void =>
    history.push({ pathname, search: writeSetupState({ ...state, ...changes }) });
  return (
    <div data-test-subj="setup">
      <EuiTitle size="s">
        <h2>
          {i18n.translate('recentlyCompiled.setup.stepsTitle', {
            defaultMessage: 'From nothing to alerts, step by step',
          })}
        </h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      <StepsSection
        api={api}
        kibana={kibana}
        openStep={state.step}
        onOpenStep={(step) => go({ step })}
      />
      <EuiSpacer size="xl" />
      <EuiTitle size="s">
        <h2>{i18n.translate('recentlyCompiled.setup.hostsTitle', { defaultMessage: 'Hosts' })}</h2>
      </EuiTitle>
      <EuiSpacer size="s" />
      <HostsSection api={api} state={state} onChange={(changes) => go({ page: 1, ...changes })} />
    </div>
  );
}
