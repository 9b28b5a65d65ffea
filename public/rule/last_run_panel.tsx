// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import {
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiHealth,
  EuiPanel,
  EuiSpacer,
  EuiStat,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import type { Rule } from '../../common/api';
import { sentence } from '../sentence';
import { timeInWords } from '../time_in_words';
import { lastRunOf, runFigures, type LastRun } from './last_run_facts';

const LOOKS = {
  succeeded: { word: 'Succeeded', color: 'success' },
  warning: { word: 'Succeeded with warnings', color: 'warning' },
  failed: { word: 'Failed', color: 'danger' },
} as const;

/** What the last run did, and what it warns of. */
export function LastRunPanel({ rule, isRunAwaited }: { rule: Rule; isRunAwaited: boolean }) {
  const last = lastRunOf(rule);
  const { lastRun: counted } = rule;
  return (
    <EuiPanel hasBorder data-test-subj="lastRun">
      <EuiTitle size="s">
        <h3>Last run</h3>
      </EuiTitle>
      <EuiSpacer size="s" />
      {isRunAwaited && (
        <EuiText data-test-subj="runAwaited" size="s" color="subdued">
          <p>A run was asked for. What it finds is shown here when it is done.</p>
        </EuiText>
      )}
      {last === null ? (
        <EuiText size="s">
          <p>It has not run yet.</p>
        </EuiText>
      ) : (
        <Ended last={last} />
      )}
      {counted !== null && (
        <>
          <EuiSpacer size="m" />
          {last?.status === 'failed' && (
            <EuiText size="s">
              <p>{`The last run that came to its end, ${timeInWords(counted.startedAt)}:`}</p>
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
          <EuiText data-test-subj="runSummary" size="s" color="subdued">
            <p>{sentence(counted.summary)}</p>
          </EuiText>
        </>
      )}
    </EuiPanel>
  );
}

function Ended({ last: { status, at, remarks } }: { last: LastRun }) {
  const { word, color } = LOOKS[status];
  return (
    <>
      <EuiHealth data-test-subj="runOutcome" color={color}>
        {at === null ? word : `${word}, ${timeInWords(at)}`}
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
