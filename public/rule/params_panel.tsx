// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiCallOut, EuiDescriptionList, EuiPanel, EuiSpacer, EuiTitle } from '@elastic/eui';
import type { Rule } from '../../common/api';
import { sentence } from '../sentence';
import { paramFacts } from './param_facts';

/** What the rule looks for, and how it runs. */
export function ParamsPanel({ rule: { params, paramProblems } }: { rule: Rule }) {
  return (
    <EuiPanel hasBorder data-test-subj="params">
      <EuiTitle size="s">
        <h3>Parameters</h3>
      </EuiTitle>
      <EuiSpacer size="m" />
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
    </EuiPanel>
  );
}
