// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { AlertResponse } from '../../common/api';
import type { RuleParams } from '../../common/rule';
import { alertName } from './alert_name';
import { EventsPanel } from './events_panel';
import { explainMatch } from './explaining_query';
import { LineagePanel } from './lineage_panel';
import { MatchedPanel } from './matched_panel';
import { NextStepsPanel } from './next_steps_panel';
import { Panel } from './panel';
import { ProcessTreePanel } from './process_tree_panel';
import { RelatedPanel } from './related_panel';
import { fileSteps, type SequenceEvent } from './sequence_events';
import { SequenceTimeline } from './sequence_timeline';
import { ShownValue } from './shown_value';
import { SeverityText, StatusBadge } from './status_badge';
import { StoryPanel } from './story_panel';
import { TimeText } from '../time_text';

/** All that is known of one alert. */
export function AlertDetails({
  answer,
  events,
  params,
  actions,
}: {
  answer: AlertResponse;
  events: readonly SequenceEvent[];
  /** Those of our rule; undefined where they are not known. */
  params: RuleParams | undefined;
  actions: React.ReactNode;
}) {
  const { alert, shell, related } = answer;
  const steps = fileSteps(answer);
  return (
    <div data-test-subj="alert">
      <EuiTitle size="m">
        <h2 data-test-subj="alertName">
          <bdi>{alertName(alert)}</bdi>
        </h2>
      </EuiTitle>
      {alert.reason !== null && (
        <EuiText data-test-subj="alertReason">
          <p>
            <ShownValue value={alert.reason} most={300} />
          </p>
        </EuiText>
      )}
      <EuiSpacer size="s" />
      <EuiFlexGroup gutterSize="m" alignItems="center" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <StatusBadge status={alert.status} />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <SeverityText severity={alert.severity} riskScore={alert.riskScore} />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiText size="s">
            {i18n.translate('recentlyCompiled.alerts.one.detected', { defaultMessage: 'Detected' })}{' '}
            <TimeText time={alert.detectedAt} />
          </EuiText>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiText size="s">
            {alert.foundBy === 'elastic'
              ? i18n.translate('recentlyCompiled.alerts.one.byElastic', {
                  defaultMessage: 'Found by the Security rule itself',
                })
              : alert.detection === 'lineage'
                ? i18n.translate('recentlyCompiled.alerts.one.byLineage', {
                    defaultMessage: 'Found by Recently Compiled, which followed the file',
                  })
                : i18n.translate('recentlyCompiled.alerts.one.byUs', {
                    defaultMessage: 'Found by Recently Compiled',
                  })}
          </EuiText>
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer size="m" />
      {actions}
      <EuiSpacer size="l" />
      <Panel
        subject="timeline"
        title={i18n.translate('recentlyCompiled.alerts.timeline.title', {
          defaultMessage: 'Sequence',
        })}
      >
        <SequenceTimeline events={events} steps={steps} />
      </Panel>
      <StoryPanel events={events} steps={steps} fileEvents={answer.fileEvents} />
      <EuiFlexGroup gutterSize="m">
        <EuiFlexItem>
          <ProcessTreePanel events={events} steps={steps} ancestors={answer.ancestors} />
        </EuiFlexItem>
        <EuiFlexItem>
          <NextStepsPanel />
        </EuiFlexItem>
      </EuiFlexGroup>
      <RelatedPanel related={related} startedAt={alert.startedAt} />
      {alert.detection === 'lineage' ? (
        <LineagePanel events={events} steps={steps} params={params} />
      ) : (
        <MatchedPanel
          match={explainMatch(
            shell,
            events.map(({ source }) => source),
            params,
          )}
          events={events}
        />
      )}
      <EventsPanel events={events} steps={steps} />
    </div>
  );
}
