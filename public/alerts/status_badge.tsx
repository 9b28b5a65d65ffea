// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiBadge, EuiHealth } from '@elastic/eui';
import { shownInCell } from './shown_value';
import { severityWord, statusWord } from './words';

const STATUS_COLORS: Readonly<Record<string, string>> = {
  open: 'danger',
  acknowledged: 'warning',
  closed: 'default',
};

export function StatusBadge({ status }: { status: string }) {
  return (
    <EuiBadge color={STATUS_COLORS[status] ?? 'hollow'} data-test-subj="alertStatus">
      {shownInCell(statusWord(status))}
    </EuiBadge>
  );
}

const SEVERITY_COLORS: Readonly<Record<string, string>> = {
  low: 'subdued',
  medium: 'warning',
  high: 'accent',
  critical: 'danger',
};

/** Severity in words, with the risk score. */
export function SeverityText({
  severity,
  riskScore,
}: {
  severity: string | null;
  riskScore: number | null;
}) {
  if (severity === null) {
    return <>—</>;
  }
  return (
    <EuiHealth color={SEVERITY_COLORS[severity] ?? 'subdued'}>
      {`${shownInCell(severityWord(severity))}${riskScore === null ? '' : ` (${riskScore})`}`}
    </EuiHealth>
  );
}
