// SPDX-License-Identifier: Apache-2.0
import React, { type ReactNode } from 'react';
import { EuiPanel, EuiSpacer, EuiTitle } from '@elastic/eui';

/** A part of the page of one alert. */
export function Panel({
  title,
  subject,
  children,
}: {
  title: string;
  subject: string;
  children: ReactNode;
}) {
  return (
    <>
      <EuiPanel hasBorder data-test-subj={subject}>
        <EuiTitle size="s">
          <h2>{title}</h2>
        </EuiTitle>
        <EuiSpacer size="m" />
        {children}
      </EuiPanel>
      <EuiSpacer size="m" />
    </>
  );
}
