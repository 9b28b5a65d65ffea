// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiButton, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { ALERT_STATUSES } from '../../common/api/choices';
import type { AlertStatus } from '../../common/api';
import type { StatusMutation } from './use_alert_status';

const LABELS: Readonly<Record<AlertStatus, () => string>> = {
  open: () =>
    i18n.translate('recentlyCompiled.alerts.change.open', { defaultMessage: 'Mark as open' }),
  acknowledged: () =>
    i18n.translate('recentlyCompiled.alerts.change.acknowledged', {
      defaultMessage: 'Mark as acknowledged',
    }),
  closed: () =>
    i18n.translate('recentlyCompiled.alerts.change.closed', { defaultMessage: 'Mark as closed' }),
};

/** One button for each status that the alerts do not have already. */
export function StatusButtons({
  ids,
  present,
  change,
}: {
  ids: readonly string[];
  /** The status that all of them have; undefined when they differ. */
  present: string | undefined;
  change: StatusMutation;
}) {
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} wrap>
      {ALERT_STATUSES.filter((status) => status !== present).map((status) => (
        <EuiFlexItem key={status} grow={false}>
          <EuiButton
            size="s"
            data-test-subj={`alertStatus-${status}`}
            isLoading={change.isLoading && change.variables?.status === status}
            isDisabled={change.isLoading}
            onClick={() => change.mutate({ ids, status })}
          >
            {LABELS[status]()}
          </EuiButton>
        </EuiFlexItem>
      ))}
    </EuiFlexGroup>
  );
}
