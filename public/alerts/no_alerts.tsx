// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiButton, EuiButtonEmpty, EuiEmptyPrompt } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { PAGE_PATHS } from '../names';
import { useAppLink } from './app_link';
import { isFiltered, unfiltered, type ListState } from './list_state';

const LONG_AGO = 'now-90d';

/** Stands where the table would be: why it is empty, and what to do next. */
export function NoAlerts({
  state,
  onChange,
}: {
  state: ListState;
  onChange: (changes: Partial<ListState>) => void;
}) {
  const linkTo = useAppLink();
  const lookFurther = (
    <EuiButton data-test-subj="lookFurther" onClick={() => onChange({ from: LONG_AGO, to: 'now' })}>
      {i18n.translate('recentlyCompiled.alerts.empty.lookFurther', {
        defaultMessage: 'Look at the last 90 days',
      })}
    </EuiButton>
  );
  if (isFiltered(state)) {
    return (
      <EuiEmptyPrompt
        data-test-subj="noAlertsMatch"
        iconType="search"
        title={
          <h2>
            {i18n.translate('recentlyCompiled.alerts.empty.filteredTitle', {
              defaultMessage: 'No alert matches the filters',
            })}
          </h2>
        }
        body={
          <p>
            {i18n.translate('recentlyCompiled.alerts.empty.filteredBody', {
              defaultMessage:
                'Take filters away or look at a longer time. Text is searched for in reason, rule, host, user, program and path; addresses and networks in source and destination.',
            })}
          </p>
        }
        actions={[
          <EuiButton
            key="clear"
            fill
            data-test-subj="clearFilters"
            onClick={() => onChange(unfiltered(state))}
          >
            {i18n.translate('recentlyCompiled.alerts.empty.clear', {
              defaultMessage: 'Clear the filters',
            })}
          </EuiButton>,
          lookFurther,
        ]}
      />
    );
  }
  return (
    <EuiEmptyPrompt
      data-test-subj="noAlerts"
      iconType="checkInCircleFilled"
      title={
        <h2>
          {i18n.translate('recentlyCompiled.alerts.empty.title', {
            defaultMessage: 'No alerts in this time',
          })}
        </h2>
      }
      body={
        <p>
          {i18n.translate('recentlyCompiled.alerts.empty.body', {
            defaultMessage:
              'Either no program was compiled, run and connected within a minute, or the rule does not run, or its events do not arrive. The Setup page tells which.',
          })}
        </p>
      }
      actions={[
        <EuiButton key="setup" fill data-test-subj="openSetup" {...linkTo(PAGE_PATHS.setup)}>
          {i18n.translate('recentlyCompiled.alerts.empty.setup', {
            defaultMessage: 'Check the setup',
          })}
        </EuiButton>,
        <EuiButtonEmpty key="rule" data-test-subj="openRule" {...linkTo(PAGE_PATHS.overview)}>
          {i18n.translate('recentlyCompiled.alerts.empty.rule', {
            defaultMessage: 'See the rule',
          })}
        </EuiButtonEmpty>,
        lookFurther,
      ]}
    />
  );
}
