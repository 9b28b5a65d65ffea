// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import {
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiHealth,
  EuiSpacer,
  EuiStat,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { Rule } from '../../common/api';
import { sentence } from '../sentence';
import { timeInWords } from '../time_in_words';
import { lastRunOf, runFigures, type LastRun } from './last_run_facts';
import { OverviewPanel } from './overview_panel';
import { OUTCOME_COLORS, outcomeWords } from './words';

/** What the last run did, and what it warns of. */
export function LastRunPanel({ rule, isRunAwaited }: { rule: Rule; isRunAwaited: boolean }) {
  const last = lastRunOf(rule);
  const { lastRun: counted } = rule;
  return (
    <OverviewPanel
      subject="lastRun"
      title={i18n.translate('recentlyCompiled.overview.lastRun.title', {
        defaultMessage: 'Last run',
      })}
    >
      {isRunAwaited && (
        <EuiText data-test-subj="runAwaited" size="s">
          <p>
            {i18n.translate('recentlyCompiled.overview.lastRun.awaited', {
              defaultMessage: 'A run was asked for. What it finds is shown here when it is done.',
            })}
          </p>
        </EuiText>
      )}
      {last === null ? (
        <EuiText size="s">
          <p>
            {i18n.translate('recentlyCompiled.overview.lastRun.none', {
              defaultMessage: 'It has not run yet.',
            })}
          </p>
        </EuiText>
      ) : (
        <Ended last={last} />
      )}
      {counted !== null && (
        <>
          <EuiSpacer size="m" />
          {last?.status === 'failed' && (
            <EuiText size="s">
              <p>
                {i18n.translate('recentlyCompiled.overview.lastRun.counted', {
                  defaultMessage: 'The last run that came to its end, {time}:',
                  values: { time: timeInWords(counted.startedAt) },
                })}
              </p>
            </EuiText>
          )}
          <EuiFlexGroup gutterSize="l" responsive={false} wrap>
            {runFigures(counted).map(({ title, description }) => (
              <EuiFlexItem key={description} grow={false}>
                <EuiStat titleSize="s" title={title} description={description} reverse />
              </EuiFlexItem>
            ))}
          </EuiFlexGroup>
          <EuiSpacer size="s" />
          <EuiText data-test-subj="runSummary" size="s">
            <p>{sentence(counted.summary)}</p>
          </EuiText>
        </>
      )}
    </OverviewPanel>
  );
}

function Ended({ last: { status, at, remarks } }: { last: LastRun }) {
  return (
    <>
      <EuiHealth data-test-subj="runOutcome" color={OUTCOME_COLORS[status]}>
        {at === null
          ? outcomeWords(status)
          : i18n.translate('recentlyCompiled.overview.lastRun.ended', {
              defaultMessage: '{outcome}, {time}',
              values: { outcome: outcomeWords(status), time: timeInWords(at) },
            })}
      </EuiHealth>
      {remarks.map((remark) => (
        <React.Fragment key={remark}>
          <EuiSpacer size="s" />
          <EuiCallOut
            data-test-subj="runRemark"
            size="s"
            color={status === 'failed' ? 'danger' : 'warning'}
            iconType={status === 'failed' ? 'error' : 'warning'}
            title={remark}
          />
        </React.Fragment>
      ))}
    </>
  );
}
