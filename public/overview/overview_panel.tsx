// SPDX-License-Identifier: Apache-2.0
import React, { type ReactNode } from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiPanel, EuiSpacer, EuiTitle } from '@elastic/eui';

/** A part of the page with its title, and what can be chosen for it beside the title. */
export function OverviewPanel({
  title,
  subject,
  choices,
  children,
}: {
  title: string;
  subject: string;
  choices?: ReactNode;
  children: ReactNode;
}) {
  return (
    <EuiPanel hasBorder data-test-subj={subject}>
      <EuiFlexGroup alignItems="center" gutterSize="s" responsive={false} wrap>
        <EuiFlexItem style={{ minWidth: 'fit-content' }}>
          <EuiTitle size="s">
            <h2>{title}</h2>
          </EuiTitle>
        </EuiFlexItem>
        {choices !== undefined && <EuiFlexItem grow={false}>{choices}</EuiFlexItem>}
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      {children}
    </EuiPanel>
  );
}
