// SPDX-License-Identifier: Apache-2.0
import React, { useEffect, useState } from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useQuery } from '@tanstack/react-query';
import { useHistory, useLocation } from 'react-router-dom';
import type { AlertSummary } from '../../common/api';
import { now } from '../clock';
import { Loading } from '../loading';
import { ProblemPrompt } from '../problem_prompt';
import type { ServerApi } from '../server_api';
import { AlertsFilters, type Suggestions } from './alerts_filters';
import { AlertsTable } from './alerts_table';
import {
  alertsRequest,
  lastPage,
  readListState,
  writeListState,
  type ListState,
} from './list_state';
import { NoAlerts } from './no_alerts';
import { StatusButtons } from './status_buttons';
import { StatusOutcome } from './status_outcome';
import { useAlertStatus } from './use_alert_status';

/** The alerts about our sequences. What is chosen is in the address. */
export function AlertsPage({ api }: { api: ServerApi }) {
  const history = useHistory();
  const { pathname, search } = useLocation();
  const state = readListState(search);
  const list = useQuery(
    ['alerts', writeListState(state)],
    () => api.alerts(alertsRequest(state, now())),
    { keepPreviousData: true },
  );
  const [selected, setSelected] = useState<readonly string[]>([]);
  // A table that is drawn anew has nothing selected.
  const [round, setRound] = useState(0);
  const change = useAlertStatus(api, () => {
    setSelected([]);
    setRound(round + 1);
  });

  const go = (changes: Partial<ListState>): void => {
    setSelected([]);
    history.push({ pathname, search: writeListState({ ...state, page: 1, ...changes }) });
  };
  const lastOfAll = list.data && Math.max(1, Math.ceil(list.data.total / state.perPage));
  // There may be fewer pages than the address says: alerts are deleted, and addresses are kept.
  const isBeyond =
    list.isSuccess && !list.isPreviousData && lastOfAll !== undefined && state.page > lastOfAll;
  useEffect(() => {
    if (isBeyond) {
      history.replace({ pathname, search: writeListState({ ...state, page: lastOfAll }) });
    }
  });
  const alerts = list.data?.alerts ?? [];
  const chosen = alerts.filter(({ id }) => selected.includes(id));
  return (
    <div data-test-subj="alerts">
      <AlertsFilters
        state={state}
        suggestions={suggestionsOf(alerts)}
        isLoading={list.isFetching}
        onChange={go}
        onRefresh={() => void list.refetch()}
      />
      <EuiSpacer size="m" />
      <StatusOutcome change={change} />
      {list.isLoading && (
        <Loading
          what={i18n.translate('recentlyCompiled.alerts.loading', { defaultMessage: 'the alerts' })}
        />
      )}
      {list.isError && <ProblemPrompt error={list.error} onRetry={() => void list.refetch()} />}
      {list.isSuccess && list.data.total === 0 && <NoAlerts state={state} onChange={go} />}
      {list.isSuccess && list.data.total > 0 && (
        <>
          <EuiFlexGroup alignItems="center" gutterSize="m" responsive={false} wrap>
            <EuiFlexItem grow={false}>
              <EuiText size="s" data-test-subj="alertsCount" aria-live="polite">
                {countText(list.data.total, chosen.length, lastPage(state.perPage) * state.perPage)}
              </EuiText>
            </EuiFlexItem>
            {chosen.length > 0 && (
              <EuiFlexItem grow={false}>
                <StatusButtons
                  ids={chosen.map(({ id }) => id)}
                  present={commonStatus(chosen)}
                  change={change}
                />
              </EuiFlexItem>
            )}
          </EuiFlexGroup>
          <EuiSpacer size="s" />
          <AlertsTable
            key={round}
            answer={list.data}
            state={state}
            isLoading={list.isFetching}
            onChange={go}
            onSelect={setSelected}
          />
        </>
      )}
    </div>
  );
}

function countText(total: number, selected: number, reachable: number): string {
  if (selected > 0) {
    return i18n.translate('recentlyCompiled.alerts.count.selected', {
      defaultMessage: '{selected, number} of {total, number} selected',
      values: { selected, total },
    });
  }
  return total > reachable
    ? i18n.translate('recentlyCompiled.alerts.count.tooMany', {
        defaultMessage:
          '{total, number} alerts, of which the first {reachable, number} can be paged through. Filter them to see the others.',
        values: { total, reachable },
      })
    : i18n.translate('recentlyCompiled.alerts.count.all', {
        defaultMessage: '{total, plural, one {# alert} other {# alerts}}',
        values: { total },
      });
}

function commonStatus(alerts: readonly AlertSummary[]): string | undefined {
  const statuses = new Set(alerts.map(({ status }) => status));
  return statuses.size === 1 ? alerts[0]?.status : undefined;
}

const suggestionsOf = (alerts: readonly AlertSummary[]): Suggestions => ({
  host: distinct(alerts.map(({ hostName }) => hostName)),
  user: distinct(alerts.map(({ userName }) => userName)),
});

const distinct = (values: readonly (string | null)[]): string[] =>
  [...new Set(values.filter((value) => value !== null))].sort();
