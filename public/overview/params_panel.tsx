// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiButton, EuiCallOut, EuiDescriptionList, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { Rule } from '../../common/api';
import { sentence } from '../sentence';
import { OverviewPanel } from './overview_panel';
import { paramFacts } from './param_facts';

/** What the rule looks for, and how it runs. @param onEdit missing for who may not change it */
export function ParamsPanel({
  rule: { params, paramProblems },
  onEdit,
}: {
  rule: Rule;
  onEdit?: () => void;
}) {
  return (
    <OverviewPanel
      subject="params"
      title={i18n.translate('recentlyCompiled.overview.params.title', {
        defaultMessage: 'Parameters',
      })}
      choices={
        onEdit && (
          <EuiButton data-test-subj="params-edit" size="s" iconType="pencil" onClick={onEdit}>
            {i18n.translate('recentlyCompiled.overview.params.edit', {
              defaultMessage: 'Edit parameters',
            })}
          </EuiButton>
        )
      }
    >
      {paramProblems.map(({ field, message, remedy }) => (
        <React.Fragment key={`${field} ${message}`}>
          <EuiCallOut size="s" color="danger" iconType="error" title={message}>
            <p>{sentence(remedy)}</p>
          </EuiCallOut>
          <EuiSpacer size="s" />
        </React.Fragment>
      ))}
      {params !== null && (
        <EuiDescriptionList type="responsiveColumn" compressed listItems={paramFacts(params)} />
      )}
    </OverviewPanel>
  );
}
