// SPDX-License-Identifier: Apache-2.0
import React, { lazy } from 'react';
import {
  EuiButton,
  EuiButtonGroup,
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiInMemoryTable,
  EuiLoadingChart,
  EuiSelect,
  EuiSpacer,
  EuiText,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useQuery } from '@tanstack/react-query';
import type { AlertsOverTimeResponse } from '../../common/api';
import { TimeText } from '../time_text';
import { problemOf } from '../problem';
import { sentence } from '../sentence';
import type { ServerApi } from '../server_api';
import { alertRows, seriesOf, type AlertRow } from './alert_series';
import { LazyChart } from './lazy_chart';
import { OverviewPanel } from './overview_panel';
import { SPANS, type OverviewState, type Span, type Split } from './overview_state';
import { seriesName } from './series_name';
import { ViewChoice } from './view_choice';
import { countWords } from './words';

const AlertsChart = lazy(async () => {
  const { AlertsChart: component } = await import('./charts/alerts_chart');
  return { default: component };
});

const spanTexts = (): Record<Span, string> => ({
  '24h': i18n.translate('recentlyCompiled.overview.last.day', {
    defaultMessage: 'Last 24 hours',
  }),
  '7d': i18n.translate('recentlyCompiled.overview.last.week', { defaultMessage: 'Last 7 days' }),
  '30d': i18n.translate('recentlyCompiled.overview.last.month', {
    defaultMessage: 'Last 30 days',
  }),
  '90d': i18n.translate('recentlyCompiled.overview.last.quarter', {
    defaultMessage: 'Last 90 days',
  }),
});

/** How many alerts there were, by severity or host, as a chart or as a table. */
export function AlertsOverTimePanel({
  api,
  state,
  onChange,
}: {
  api: ServerApi;
  state: OverviewState;
  onChange: (changes: Partial<OverviewState>) => void;
}) {
  const { last, by, alerts: view } = state;
  const counted = useQuery(['alerts', 'overTime', last], () => api.alertsOverTime({ last }), {
    keepPreviousData: true,
  });
  return (
    <OverviewPanel
      subject="alertsOverTime"
      title={i18n.translate('recentlyCompiled.overview.alerts.title', {
        defaultMessage: 'Alerts over time',
      })}
      choices={<Choices state={state} onChange={onChange} />}
    >
      {counted.isLoading && <EuiLoadingChart size="l" data-test-subj="alertsOverTime-loading" />}
      {counted.isError && (
        <NotCounted error={counted.error} onRetry={() => void counted.refetch()} />
      )}
      {counted.isSuccess && counted.data.total === 0 && (
        <EuiText size="s" data-test-subj="alertsOverTime-none">
          <p>
            {i18n.translate('recentlyCompiled.overview.alerts.none', {
              defaultMessage: 'There are no alerts in this time.',
            })}
          </p>
        </EuiText>
      )}
      {counted.isSuccess && counted.data.total > 0 && (
        <>
          <EuiText size="s" data-test-subj="alertsOverTime-total">
            <p>
              {i18n.translate('recentlyCompiled.overview.alerts.total', {
                defaultMessage: '{count, plural, one {# alert} other {# alerts}}',
                values: { count: counted.data.total },
              })}
            </p>
          </EuiText>
          <EuiSpacer size="s" />
          {view === 'chart' ? (
            <LazyChart>
              <AlertsChart answer={counted.data} by={by} />
            </LazyChart>
          ) : (
            <AlertsTable answer={counted.data} by={by} />
          )}
        </>
      )}
    </OverviewPanel>
  );
}

function Choices({
  state: { last, by, alerts: view },
  onChange,
}: {
  state: OverviewState;
  onChange: (changes: Partial<OverviewState>) => void;
}) {
  const texts = spanTexts();
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        <EuiSelect
          data-test-subj="alertsOverTime-last"
          aria-label={i18n.translate('recentlyCompiled.overview.last.label', {
            defaultMessage: 'Time',
          })}
          compressed
          value={last}
          options={SPANS.map((span) => ({ value: span, text: texts[span] }))}
          onChange={({ target }) =>
            onChange({ last: SPANS.find((span) => span === target.value) ?? last })
          }
        />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiButtonGroup
          data-test-subj="alertsOverTime-by"
          legend={i18n.translate('recentlyCompiled.overview.by.legend', {
            defaultMessage: 'Count by',
          })}
          buttonSize="compressed"
          idSelected={by}
          onChange={(id) => onChange({ by: id === 'host' ? 'host' : 'severity' })}
          options={[
            {
              id: 'severity',
              label: i18n.translate('recentlyCompiled.overview.by.severity', {
                defaultMessage: 'Severity',
              }),
              'data-test-subj': 'alertsOverTime-by-severity',
            },
            {
              id: 'host',
              label: i18n.translate('recentlyCompiled.overview.by.host', {
                defaultMessage: 'Host',
              }),
              'data-test-subj': 'alertsOverTime-by-host',
            },
          ]}
        />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <ViewChoice subject="alertsView" view={view} onChange={(alerts) => onChange({ alerts })} />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}

function AlertsTable({ answer, by }: { answer: AlertsOverTimeResponse; by: Split }) {
  const columns: EuiBasicTableColumn<AlertRow>[] = [
    {
      field: 'start',
      name: i18n.translate('recentlyCompiled.overview.alerts.from', { defaultMessage: 'From' }),
      render: (start: string) => <TimeText time={start} />,
    },
    {
      field: 'total',
      name: i18n.translate('recentlyCompiled.overview.alerts.all', { defaultMessage: 'All' }),
      align: 'right',
      render: countWords,
    },
    ...seriesOf(answer, by).map(({ name }): EuiBasicTableColumn<AlertRow> => ({
      name: seriesName(name, by),
      align: 'right',
      render: ({ counts }: AlertRow) => countWords(counts[name] ?? 0),
    })),
  ];
  return (
    <EuiInMemoryTable
      data-test-subj="alertsOverTimeTable"
      tableCaption={i18n.translate('recentlyCompiled.overview.alerts.caption', {
        defaultMessage: 'Times with alerts, newest first',
      })}
      items={alertRows(answer, by)}
      columns={columns}
      compressed
      pagination={{ initialPageSize: 10, pageSizeOptions: [10, 25, 50] }}
    />
  );
}

function NotCounted({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { kind, message, remedy } = problemOf(error);
  return (
    <EuiCallOut
      data-test-subj="alertsOverTime-failed"
      size="s"
      color={kind === 'not allowed' ? 'primary' : 'warning'}
      iconType={kind === 'not allowed' ? 'lock' : 'warning'}
      title={sentence(message)}
    >
      <p>{sentence(remedy)}</p>
      <EuiButton data-test-subj="alertsOverTime-retry" size="s" onClick={onRetry}>
        {i18n.translate('recentlyCompiled.overview.retry', { defaultMessage: 'Try again' })}
      </EuiButton>
    </EuiCallOut>
  );
}
