// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiButton, EuiFieldSearch, EuiFlexGroup, EuiFlexItem, EuiSelect } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { HostShown, HostsResponse } from '../../common/api';
import { HOST_SHOWN } from '../../common/api/choices';
import { daysWord, shownWord } from './host_words';
import { DAYS, type SetupState } from './setup_state';

const NO_COUNTS: HostsResponse['counts'] = {
  all: 0,
  published_no: 0,
  published_unknown: 0,
  lineage_no: 0,
};

/** Which hosts the table shows; each change is told at once. */
export function HostsFilters({
  state,
  counts = NO_COUNTS,
  isLoading,
  onChange,
  onRefresh,
}: {
  state: SetupState;
  counts: HostsResponse['counts'] | undefined;
  isLoading: boolean;
  onChange: (changes: Partial<SetupState>) => void;
  onRefresh: () => void;
}) {
  return (
    <EuiFlexGroup gutterSize="s" wrap>
      <EuiFlexItem grow={3}>
        <EuiFieldSearch
          // The field keeps what is typed; a new address gives it a new beginning.
          key={state.search}
          fullWidth
          data-test-subj="hostsSearch"
          defaultValue={state.search}
          placeholder={i18n.translate('recentlyCompiled.setup.hosts.searchPlaceholder', {
            defaultMessage: 'Name, id, system or sensor',
          })}
          aria-label={i18n.translate('recentlyCompiled.setup.hosts.searchLabel', {
            defaultMessage: 'Search hosts',
          })}
          onSearch={(search) => onChange({ search: search.trim() })}
        />
      </EuiFlexItem>
      <EuiFlexItem grow={2}>
        <EuiSelect
          fullWidth
          data-test-subj="hostsShow"
          aria-label={i18n.translate('recentlyCompiled.setup.hosts.showLabel', {
            defaultMessage: 'Which hosts are shown',
          })}
          value={state.show}
          options={HOST_SHOWN.map((value) => ({ value, text: shownWord(value, counts[value]) }))}
          onChange={({ target }) => onChange({ show: target.value as HostShown })}
        />
      </EuiFlexItem>
      <EuiFlexItem grow={1}>
        <EuiSelect
          fullWidth
          data-test-subj="hostsDays"
          aria-label={i18n.translate('recentlyCompiled.setup.hosts.daysLabel', {
            defaultMessage: 'How far back events count',
          })}
          value={state.days}
          options={DAYS.map((value) => ({ value, text: daysWord(value) }))}
          onChange={({ target }) => onChange({ days: Number(target.value) })}
        />
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiButton
          data-test-subj="hostsRefresh"
          iconType="refresh"
          isLoading={isLoading}
          onClick={onRefresh}
        >
          {i18n.translate('recentlyCompiled.setup.hosts.refresh', { defaultMessage: 'Refresh' })}
        </EuiButton>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}
