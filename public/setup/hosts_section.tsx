// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiButton, EuiCallOut, EuiEmptyPrompt, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useQuery } from '@tanstack/react-query';
import type { HostsResponse } from '../../common/api';
import { Loading } from '../loading';
import { ProblemPrompt } from '../problem_prompt';
import type { ServerApi } from '../server_api';
import { daysWord } from './host_words';
import { HostsFilters } from './hosts_filters';
import { HostsTable } from './hosts_table';
import { DAYS, hostsRequest, type SetupState } from './setup_state';

/** Which hosts send what, and on which of them the detections can match at all. */
export function HostsSection({
  api,
  state,
  onChange,
}: {
  api: ServerApi;
  state: SetupState;
  onChange: (changes: Partial<SetupState>) => void;
}) {
  const request = hostsRequest(state);
  const hosts = useQuery(['readiness', 'hosts', request], () => api.hosts(request), {
    keepPreviousData: true,
  });
  return (
    <div data-test-subj="setupHosts">
      <EuiText size="s">
        <p>
          {i18n.translate('recentlyCompiled.setup.hosts.explanation', {
            defaultMessage:
              'Every Linux host that sent events: what it sends, and whether a detection can match on it at all. The published rule joins events by the names of processes, lineage by files and processes.',
          })}
        </p>
      </EuiText>
      <EuiSpacer size="m" />
      <HostsFilters
        state={state}
        counts={hosts.data?.counts}
        isLoading={hosts.isFetching}
        onChange={onChange}
        onRefresh={() => void hosts.refetch()}
      />
      <EuiSpacer size="m" />
      {hosts.isLoading && (
        <Loading
          what={i18n.translate('recentlyCompiled.setup.hosts.loading', {
            defaultMessage: 'the hosts',
          })}
        />
      )}
      {hosts.isError && <ProblemPrompt error={hosts.error} onRetry={() => void hosts.refetch()} />}
      {hosts.isSuccess && (
        <Found answer={hosts.data} state={state} isLoading={hosts.isFetching} onChange={onChange} />
      )}
    </div>
  );
}

function Found({
  answer,
  ...others
}: {
  answer: HostsResponse;
  state: SetupState;
  isLoading: boolean;
  onChange: (changes: Partial<SetupState>) => void;
}) {
  const { state, onChange } = others;
  if (answer.counts.all === 0) {
    return <NoHosts state={state} onChange={onChange} />;
  }
  if (answer.total === 0) {
    return <NoMatch onClear={() => onChange({ search: '', show: 'all' })} />;
  }
  return (
    <>
      {!answer.isComplete && (
        <>
          <EuiCallOut
            size="s"
            color="warning"
            iconType="warning"
            data-test-subj="hostsIncomplete"
            title={i18n.translate('recentlyCompiled.setup.hosts.incomplete', {
              defaultMessage:
                'There are more hosts than these {most, number}, which are the first by their ids. Look at fewer days to see hosts that are active now.',
              values: { most: answer.counts.all },
            })}
          />
          <EuiSpacer size="m" />
        </>
      )}
      <EuiText size="s" data-test-subj="hostsCount" aria-live="polite">
        {i18n.translate('recentlyCompiled.setup.hosts.count', {
          defaultMessage: '{total, plural, one {# host} other {# hosts}}',
          values: { total: answer.total },
        })}
      </EuiText>
      <EuiSpacer size="s" />
      <HostsTable answer={answer} {...others} />
    </>
  );
}

function NoHosts({
  state,
  onChange,
}: {
  state: SetupState;
  onChange: (changes: Partial<SetupState>) => void;
}) {
  const longest = Math.max(...DAYS);
  return (
    <EuiEmptyPrompt
      data-test-subj="noHosts"
      iconType="compute"
      title={
        <h3>
          {i18n.translate('recentlyCompiled.setup.hosts.none', {
            defaultMessage: 'No Linux host has sent events in this time',
          })}
        </h3>
      }
      body={
        <p>
          {i18n.translate('recentlyCompiled.setup.hosts.noneBody', {
            defaultMessage:
              'Follow the steps above; hosts appear here with their first events. Events count that lie in the index patterns of the rule.',
          })}
        </p>
      }
      {...(state.days < longest && {
        actions: (
          <EuiButton data-test-subj="hostsLookFurther" onClick={() => onChange({ days: longest })}>
            {daysWord(longest)}
          </EuiButton>
        ),
      })}
    />
  );
}

function NoMatch({ onClear }: { onClear: () => void }) {
  return (
    <EuiEmptyPrompt
      data-test-subj="noHostsMatch"
      iconType="search"
      title={
        <h3>
          {i18n.translate('recentlyCompiled.setup.hosts.noMatch', {
            defaultMessage: 'No host matches',
          })}
        </h3>
      }
      actions={
        <EuiButton data-test-subj="hostsClear" onClick={onClear}>
          {i18n.translate('recentlyCompiled.setup.hosts.clear', {
            defaultMessage: 'Show all hosts',
          })}
        </EuiButton>
      }
    />
  );
}
