// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiLink, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from 'react-router-dom';
import { Loading } from '../loading';
import { PAGE_PATHS } from '../names';
import type { SecurityOfKibana } from '../install/use_install';
import { ProblemPrompt } from '../problem_prompt';
import { useDetailTitle } from '../shell/page_chrome';
import type { ServerApi } from '../server_api';
import { AlertActions } from './alert_actions';
import { AlertDetails } from './alert_details';
import { alertName } from './alert_name';
import { useAppLink } from './app_link';
import { sequenceEvents } from './sequence_events';
import { StatusButtons } from './status_buttons';
import { StatusOutcome } from './status_outcome';
import { useAlertStatus } from './use_alert_status';

/** One alert, by the id in the address. */
export function AlertPage({ api, kibana }: { api: ServerApi; kibana: SecurityOfKibana }) {
  const { id } = useParams<{ id: string }>();
  return (
    <>
      <BackToList />
      <EuiSpacer size="m" />
      {/* What one alert has opened or changed is no matter of the next. */}
      <OneAlert key={id} id={id} api={api} kibana={kibana} />
    </>
  );
}

/** To the list as it was left, or as it is at first for those who came by a link. */
function BackToList() {
  const linkTo = useAppLink();
  const { state } = useLocation<{ list?: string } | undefined>();
  return (
    <EuiLink {...linkTo(`${PAGE_PATHS.alerts}${state?.list ?? ''}`)} data-test-subj="backToAlerts">
      {i18n.translate('recentlyCompiled.alerts.one.back', { defaultMessage: 'All alerts' })}
    </EuiLink>
  );
}

function OneAlert({ id, api, kibana }: { id: string; api: ServerApi; kibana: SecurityOfKibana }) {
  const answer = useQuery(['alert', id], () => api.alert(id));
  // Only explains the match better; an alert is worth showing without it.
  const rule = useQuery(['rule'], api.rule);
  const change = useAlertStatus(api);
  useDetailTitle(answer.data && alertName(answer.data.alert));
  if (answer.isLoading) {
    return (
      <Loading
        what={i18n.translate('recentlyCompiled.alerts.one.loading', {
          defaultMessage: 'the alert',
        })}
      />
    );
  }
  if (answer.isError) {
    return <ProblemPrompt error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  const events = sequenceEvents(answer.data);
  return (
    <AlertDetails
      answer={answer.data}
      events={events}
      params={rule.data?.rule?.params ?? undefined}
      actions={
        <>
          <StatusOutcome change={change} />
          <StatusButtons ids={[id]} present={answer.data.alert.status} change={change} />
          <EuiSpacer size="s" />
          <AlertActions answer={answer.data} events={events} kibana={kibana} />
        </>
      }
    />
  );
}
