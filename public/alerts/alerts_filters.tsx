// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import {
  EuiComboBox,
  EuiFieldSearch,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFormRow,
  EuiSpacer,
  EuiSuperDatePicker,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { ALERT_SEVERITIES, ALERT_STATUSES } from '../../common/api/choices';
import type { ListState } from './list_state';
import { quickRanges } from './quick_ranges';
import { allText } from '../shown_text';
import { severityWord, statusWord } from './words';

export interface Suggestions {
  readonly host: readonly string[];
  readonly user: readonly string[];
}

/** What the list of alerts shows; each change is told at once. */
export function AlertsFilters({
  state,
  suggestions,
  isLoading,
  onChange,
  onRefresh,
}: {
  state: ListState;
  suggestions: Suggestions;
  isLoading: boolean;
  onChange: (changes: Partial<ListState>) => void;
  onRefresh: () => void;
}) {
  return (
    <>
      <EuiFlexGroup gutterSize="s" wrap>
        <EuiFlexItem grow={3}>
          <EuiFieldSearch
            // The field keeps what is typed; a new address gives it a new beginning.
            key={state.search}
            fullWidth
            data-test-subj="alertsSearch"
            defaultValue={state.search}
            placeholder={i18n.translate('recentlyCompiled.alerts.search.placeholder', {
              defaultMessage: 'Text, address or network, then Enter',
            })}
            aria-label={i18n.translate('recentlyCompiled.alerts.search.label', {
              defaultMessage: 'Search alerts',
            })}
            onSearch={(search) => onChange({ search: search.trim() })}
          />
        </EuiFlexItem>
        <EuiFlexItem grow={2}>
          <EuiSuperDatePicker
            data-test-subj="alertsTime"
            width="full"
            start={state.from}
            end={state.to}
            isLoading={isLoading}
            commonlyUsedRanges={quickRanges()}
            onTimeChange={({ start, end }) => onChange({ from: start, to: end })}
            onRefresh={onRefresh}
          />
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="s" />
      <EuiFlexGroup gutterSize="s" wrap>
        <Choice
          name="status"
          label={i18n.translate('recentlyCompiled.alerts.filter.status', {
            defaultMessage: 'Status',
          })}
          options={ALERT_STATUSES}
          word={statusWord}
          chosen={state.status}
          onChange={(status) => onChange({ status })}
        />
        <Choice
          name="severity"
          label={i18n.translate('recentlyCompiled.alerts.filter.severity', {
            defaultMessage: 'Severity',
          })}
          options={ALERT_SEVERITIES}
          word={severityWord}
          chosen={state.severity}
          onChange={(severity) => onChange({ severity })}
        />
        <Choice
          name="host"
          label={i18n.translate('recentlyCompiled.alerts.filter.host', { defaultMessage: 'Host' })}
          options={suggestions.host}
          word={allText}
          chosen={state.host}
          onChange={(host) => onChange({ host })}
          isOpenEnded
        />
        <Choice
          name="user"
          label={i18n.translate('recentlyCompiled.alerts.filter.user', { defaultMessage: 'User' })}
          options={suggestions.user}
          word={allText}
          chosen={state.user}
          onChange={(user) => onChange({ user })}
          isOpenEnded
        />
      </EuiFlexGroup>
    </>
  );
}

function Choice({
  name,
  label,
  options,
  word,
  chosen,
  onChange,
  isOpenEnded = false,
}: {
  name: string;
  label: string;
  options: readonly string[];
  word: (value: string) => string;
  chosen: readonly string[];
  onChange: (values: string[]) => void;
  /** Whether values may be typed that are not offered. */
  isOpenEnded?: boolean;
}) {
  const option = (value: string) => ({ key: value, label: word(value), value });
  return (
    <EuiFlexItem>
      <EuiFormRow label={label} fullWidth>
        <EuiComboBox<string>
          fullWidth
          compressed
          data-test-subj={`alertsFilter-${name}`}
          options={options.map(option)}
          selectedOptions={chosen.map(option)}
          placeholder={i18n.translate('recentlyCompiled.alerts.filter.any', {
            defaultMessage: 'Any',
          })}
          onChange={(selected) => onChange(selected.flatMap(({ value }) => value ?? []))}
          {...(isOpenEnded && {
            onCreateOption: (typed: string) => {
              if (typed.trim() !== '') {
                onChange([...new Set([...chosen, typed.trim()])]);
              }
            },
          })}
        />
      </EuiFormRow>
    </EuiFlexItem>
  );
}
