// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiBasicTable, EuiText, type Criteria, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type {
  CoverageVerdict,
  HostCoverage,
  HostSort,
  HostsResponse,
  Naming,
} from '../../common/api';
import { shownInCell } from '../alerts/shown_value';
import { TimeText } from '../time_text';
import { namingWord } from './host_words';
import { PAGE_SIZES, type SetupState } from './setup_state';
import { VerdictCell } from './verdict_cell';

/** One page of hosts; the server searches, sorts and pages. */
export function HostsTable({
  answer,
  state,
  isLoading,
  onChange,
}: {
  answer: HostsResponse;
  state: SetupState;
  isLoading: boolean;
  onChange: (changes: Partial<SetupState>) => void;
}) {
  const changed = ({ page, sort }: Criteria<HostCoverage>): void => {
    const perPage = page?.size ?? state.perPage;
    onChange({
      page: perPage === state.perPage && page ? page.index + 1 : 1,
      perPage,
      ...(sort && { sort: sort.field as HostSort, order: sort.direction }),
    });
  };
  return (
    <EuiBasicTable<HostCoverage>
      data-test-subj="hostsTable"
      tableCaption={i18n.translate('recentlyCompiled.setup.hosts.caption', {
        defaultMessage: 'Hosts and what they send',
      })}
      items={[...answer.hosts]}
      itemId="key"
      columns={columns()}
      loading={isLoading}
      rowProps={({ name, id }) => ({ 'data-test-subj': `host-${name ?? id ?? ''}` })}
      sorting={{ sort: { field: state.sort, direction: state.order } }}
      pagination={{
        pageIndex: state.page - 1,
        pageSize: state.perPage,
        pageSizeOptions: [...PAGE_SIZES],
        totalItemCount: answer.total,
      }}
      onChange={changed}
    />
  );
}

const lastSeen = (time: string | null) => (time === null ? '—' : <TimeText time={time} />);

const columns = (): EuiBasicTableColumn<HostCoverage>[] => [
  {
    field: 'name',
    name: i18n.translate('recentlyCompiled.setup.hosts.host', { defaultMessage: 'Host' }),
    sortable: true,
    // Its id has 32 characters.
    width: '17%',
    mobileOptions: { width: '100%' },
    className: 'eui-textBreakWord',
    render: (name: string | null, { id, agentId }: HostCoverage) => (
      <div>
        {shownInCell(name ?? id ?? agentId)}
        {name !== null && (id ?? agentId) !== null && (
          <EuiText size="xs" className="eui-textBreakAll">
            {shownInCell(id ?? agentId)}
          </EuiText>
        )}
      </div>
    ),
  },
  {
    field: 'os',
    name: i18n.translate('recentlyCompiled.setup.hosts.os', { defaultMessage: 'System' }),
    sortable: true,
    className: 'eui-textBreakWord',
    width: '8%',
    render: shownInCell,
  },
  {
    field: 'sensorVersion',
    name: i18n.translate('recentlyCompiled.setup.hosts.sensor', { defaultMessage: 'Sensor' }),
    sortable: true,
    width: '7%',
    render: shownInCell,
  },
  {
    field: 'lastProcess',
    name: i18n.translate('recentlyCompiled.setup.hosts.lastProcess', {
      defaultMessage: 'Last process',
    }),
    sortable: true,
    render: lastSeen,
  },
  {
    field: 'lastFile',
    name: i18n.translate('recentlyCompiled.setup.hosts.lastFile', {
      defaultMessage: 'Last file',
    }),
    sortable: true,
    render: lastSeen,
  },
  {
    field: 'lastNetwork',
    name: i18n.translate('recentlyCompiled.setup.hosts.lastNetwork', {
      defaultMessage: 'Last network',
    }),
    sortable: true,
    render: lastSeen,
  },
  {
    field: 'naming',
    name: i18n.translate('recentlyCompiled.setup.hosts.naming', {
      defaultMessage: 'Names',
    }),
    sortable: true,
    width: '8%',
    render: (naming: Naming) => namingWord(naming),
  },
  {
    field: 'published',
    name: i18n.translate('recentlyCompiled.setup.hosts.published', {
      defaultMessage: 'Published rule',
    }),
    sortable: true,
    width: '15%',
    mobileOptions: { width: '100%' },
    render: (verdict: CoverageVerdict) => <VerdictCell verdict={verdict} />,
  },
  {
    field: 'lineage',
    name: i18n.translate('recentlyCompiled.setup.hosts.lineage', { defaultMessage: 'Lineage' }),
    sortable: true,
    width: '14%',
    mobileOptions: { width: '100%' },
    render: (verdict: CoverageVerdict) => <VerdictCell verdict={verdict} />,
  },
];
