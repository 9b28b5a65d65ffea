// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiBasicTable, EuiLink, type Criteria, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { addressText } from '../../common/ecs';
import type { AlertsResponse, AlertSummary } from '../../common/api';
import { PAGE_PATHS } from '../names';
import { useAppLink } from './app_link';
import { durationWords } from './duration_words';
import { lastPage, PAGE_SIZES, writeListState, type ListState } from './list_state';
import { shownInCell } from './shown_value';
import { SeverityText, StatusBadge } from './status_badge';
import { TimeText } from '../time_text';

/** Holds a date and, below it, a time of day, unbroken. */
const TIME_WIDTH = '135px';

/** The columns that can be sorted, by what the API calls them. */
const SORTED = {
  detectedAt: 'detectedAt',
  startedAt: 'startedAt',
  riskScore: 'riskScore',
  host: 'hostName',
  status: 'status',
} as const satisfies Record<ListState['sort'], keyof AlertSummary>;

export function AlertsTable({
  answer,
  state,
  isLoading,
  onChange,
  onSelect,
}: {
  answer: AlertsResponse;
  state: ListState;
  isLoading: boolean;
  onChange: (changes: Partial<ListState>) => void;
  onSelect: (ids: string[]) => void;
}) {
  const linkTo = useAppLink();
  const changed = ({ page, sort }: Criteria<AlertSummary>): void => {
    const sorted = Object.entries(SORTED).find(([, field]) => field === sort?.field);
    const perPage = page?.size ?? state.perPage;
    onChange({
      page: perPage === state.perPage && page ? page.index + 1 : 1,
      perPage,
      ...(sort && sorted && { sort: sorted[0] as ListState['sort'], order: sort.direction }),
    });
  };
  return (
    <EuiBasicTable<AlertSummary>
      data-test-subj="alertsTable"
      tableCaption={i18n.translate('recentlyCompiled.alerts.table.caption', {
        defaultMessage: 'Alerts',
      })}
      items={[...answer.alerts]}
      itemId="id"
      columns={columns((id) =>
        linkTo(`${PAGE_PATHS.alerts}/${encodeURIComponent(id)}`, { list: writeListState(state) }),
      )}
      loading={isLoading}
      rowProps={({ id }) => ({ 'data-test-subj': `alert-${id}` })}
      selection={{ onSelectionChange: (chosen) => onSelect(chosen.map(({ id }) => id)) }}
      sorting={{ sort: { field: SORTED[state.sort], direction: state.order } }}
      pagination={{
        pageIndex: state.page - 1,
        pageSize: state.perPage,
        pageSizeOptions: [...PAGE_SIZES],
        totalItemCount: Math.min(answer.total, lastPage(state.perPage) * state.perPage),
      }}
      onChange={changed}
    />
  );
}

type LinkTo = (id: string) => ReturnType<ReturnType<typeof useAppLink>>;

const columns = (linkTo: LinkTo): EuiBasicTableColumn<AlertSummary>[] => [
  {
    field: 'detectedAt',
    name: i18n.translate('recentlyCompiled.alerts.column.detected', { defaultMessage: 'Detected' }),
    width: TIME_WIDTH,
    mobileOptions: { width: '100%' },
    sortable: true,
    render: (time: string) => <TimeText time={time} />,
  },
  {
    field: 'startedAt',
    name: i18n.translate('recentlyCompiled.alerts.column.started', { defaultMessage: 'Happened' }),
    width: TIME_WIDTH,
    mobileOptions: { width: '100%' },
    sortable: true,
    render: (time: string | null) => (time === null ? '—' : <TimeText time={time} />),
  },
  {
    field: 'status',
    name: i18n.translate('recentlyCompiled.alerts.column.status', { defaultMessage: 'Status' }),
    sortable: true,
    render: (status: string) => <StatusBadge status={status} />,
  },
  {
    field: 'riskScore',
    name: i18n.translate('recentlyCompiled.alerts.column.severity', { defaultMessage: 'Severity' }),
    sortable: true,
    render: (_score: number | null, { severity, riskScore }: AlertSummary) => (
      <SeverityText severity={severity} riskScore={riskScore} />
    ),
  },
  {
    field: 'hostName',
    name: i18n.translate('recentlyCompiled.alerts.column.host', { defaultMessage: 'Host' }),
    sortable: true,
    className: 'eui-textBreakWord',
    render: (hostName: string | null, { hostId }: AlertSummary) => shownInCell(hostName ?? hostId),
  },
  {
    field: 'userName',
    name: i18n.translate('recentlyCompiled.alerts.column.user', { defaultMessage: 'User' }),
    className: 'eui-textBreakWord',
    render: (userName: string | null) => shownInCell(userName),
  },
  {
    field: 'binaryPath',
    name: i18n.translate('recentlyCompiled.alerts.column.program', { defaultMessage: 'Program' }),
    width: '24%',
    mobileOptions: { width: '100%' },
    className: 'eui-textBreakWord',
    render: (path: string | null, { id, processName }: AlertSummary) => (
      <EuiLink {...linkTo(id)} data-test-subj="openAlert">
        {shownInCell(path ?? processName ?? id)}
      </EuiLink>
    ),
  },
  {
    field: 'destinationIp',
    name: i18n.translate('recentlyCompiled.alerts.column.destination', {
      defaultMessage: 'Connected to',
    }),
    width: '125px',
    mobileOptions: { width: '100%' },
    className: 'eui-textBreakWord',
    render: (ip: string | null, { destinationPort: port }: AlertSummary) =>
      shownInCell(addressText(ip ?? undefined, port ?? undefined) ?? null),
  },
  {
    field: 'delayMs',
    name: i18n.translate('recentlyCompiled.alerts.column.within', { defaultMessage: 'Within' }),
    render: (delay: number | null) => (delay === null ? '—' : durationWords(delay)),
  },
];
