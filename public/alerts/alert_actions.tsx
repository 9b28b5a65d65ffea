// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiButton, EuiButtonEmpty, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { AlertResponse } from '../../common/api';
import type { SecurityOfKibana } from '../install/use_install';
import { alertLinks } from './alert_links';
import { alertName } from './alert_name';
import { useAppLink } from './app_link';
import { downloadJson } from './download_json';
import { OpenTimeline } from './open_timeline';
import type { SequenceEvent } from './sequence_events';

/** What can be done with an alert besides changing its status. */
export function AlertActions({
  answer,
  events,
  kibana,
}: {
  answer: AlertResponse;
  events: readonly SequenceEvent[];
  kibana: SecurityOfKibana;
}) {
  const { alert, shell } = answer;
  const linkTo = useAppLink();
  const { security, timeline, discover } = alertLinks(alert, shell, events, kibana.capabilities);
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} wrap>
      <EuiFlexItem grow={false}>
        <EuiButton
          size="s"
          fill
          data-test-subj="addExclusion"
          {...linkTo(`/exclusions/new?alert=${encodeURIComponent(alert.id)}`)}
        >
          {i18n.translate('recentlyCompiled.alerts.action.exclude', {
            defaultMessage: 'Add exclusion',
          })}
        </EuiButton>
      </EuiFlexItem>
      {security !== undefined && (
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            iconType="logoSecurity"
            data-test-subj="openInSecurity"
            href={kibana.addressOf(security)}
          >
            {i18n.translate('recentlyCompiled.alerts.action.security', {
              defaultMessage: 'Open in Security',
            })}
          </EuiButtonEmpty>
        </EuiFlexItem>
      )}
      {timeline !== undefined && (
        <OpenTimeline
          kibana={kibana}
          path={timeline}
          title={i18n.translate('recentlyCompiled.alerts.savedTimeline.title', {
            defaultMessage: 'Recently Compiled: {alert}',
            values: { alert: alertName(alert) },
          })}
          events={events}
        />
      )}
      {discover !== undefined && (
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            iconType="discoverApp"
            data-test-subj="openInDiscover"
            href={kibana.addressOf(discover)}
          >
            {i18n.translate('recentlyCompiled.alerts.action.discover', {
              defaultMessage: 'Open in Discover',
            })}
          </EuiButtonEmpty>
        </EuiFlexItem>
      )}
      <EuiFlexItem grow={false}>
        <EuiButtonEmpty
          size="s"
          iconType="download"
          data-test-subj="downloadAlert"
          onClick={() => downloadJson(`alert-${alert.id}`, answer)}
        >
          {i18n.translate('recentlyCompiled.alerts.action.download', {
            defaultMessage: 'Download as JSON',
          })}
        </EuiButtonEmpty>
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}
