// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiButtonGroup } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { View } from './overview_state';

/** Shows the same as a chart or as a table, which anybody can read, also without seeing. */
export function ViewChoice({
  subject,
  view,
  onChange,
}: {
  subject: string;
  view: View;
  onChange: (view: View) => void;
}) {
  return (
    <EuiButtonGroup
      data-test-subj={subject}
      legend={i18n.translate('recentlyCompiled.overview.view.legend', {
        defaultMessage: 'Show as',
      })}
      buttonSize="compressed"
      idSelected={view}
      onChange={(id) => onChange(id === 'table' ? 'table' : 'chart')}
      options={[
        {
          id: 'chart',
          label: i18n.translate('recentlyCompiled.overview.view.chart', {
            defaultMessage: 'Chart',
          }),
          'data-test-subj': `${subject}-chart`,
        },
        {
          id: 'table',
          label: i18n.translate('recentlyCompiled.overview.view.table', {
            defaultMessage: 'Table',
          }),
          'data-test-subj': `${subject}-table`,
        },
      ]}
    />
  );
}
