// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import {
  EuiButton,
  EuiFlexGroup,
  EuiFlexItem,
  EuiIcon,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { useQuery } from '@tanstack/react-query';
import type { CheckResult } from '../../common/api';
import { Loading } from '../loading';
import { ProblemPrompt } from '../problem_prompt';
import { sentence } from '../sentence';
import type { ServerApi } from '../server_api';
import { timeInWords } from '../time_in_words';
import { groupChecks, lastChecked, type CheckGroup } from './check_groups';

/** A status is told by words as well, never by colour alone. */
const LOOKS = {
  error: { title: 'Must be mended', color: 'danger', iconType: 'error' },
  warning: { title: 'Should be looked at', color: 'warning', iconType: 'warning' },
  unknown: { title: 'Could not be checked', color: 'subdued', iconType: 'questionInCircle' },
  ok: { title: 'In order', color: 'success', iconType: 'checkInCircleFilled' },
} as const;

/** What must be in place for the rule to find anything, and how to mend what is not. */
export function ReadinessPage({ api }: { api: ServerApi }) {
  const readiness = useQuery(['readiness'], api.readiness);
  if (readiness.isLoading) {
    return <Loading what="the checks" />;
  }
  if (readiness.isError) {
    return <ProblemPrompt error={readiness.error} onRetry={() => void readiness.refetch()} />;
  }
  const { checks } = readiness.data;
  const checkedAt = lastChecked(checks);
  return (
    <div data-test-subj="readiness">
      <EuiFlexGroup alignItems="center" gutterSize="m" wrap responsive={false}>
        <EuiFlexItem>
          <EuiText data-test-subj="checkedAt" size="s" color="subdued">
            {checkedAt !== undefined && `Checked ${timeInWords(checkedAt)}`}
          </EuiText>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButton
            data-test-subj="checkAgain"
            iconType="refresh"
            isLoading={readiness.isFetching}
            onClick={() => void readiness.refetch()}
          >
            Check again
          </EuiButton>
        </EuiFlexItem>
      </EuiFlexGroup>
      {groupChecks(checks).map((group) => (
        <Group key={group.status} group={group} />
      ))}
    </div>
  );
}

function Group({ group: { status, checks } }: { group: CheckGroup }) {
  return (
    <>
      <EuiSpacer />
      <EuiPanel hasBorder data-test-subj={`checks-${status}`}>
        <EuiTitle size="s">
          <h2>{`${LOOKS[status].title} (${checks.length})`}</h2>
        </EuiTitle>
        {checks.map((check) => (
          <CheckRow key={check.id} check={check} />
        ))}
      </EuiPanel>
    </>
  );
}

function CheckRow({ check: { id, title, status, message, remedy } }: { check: CheckResult }) {
  const { color, iconType } = LOOKS[status];
  return (
    <>
      <EuiSpacer size="m" />
      <EuiFlexGroup data-test-subj={`check-${id}`} gutterSize="s" responsive={false}>
        <EuiFlexItem grow={false}>
          <EuiIcon type={iconType} color={color} />
        </EuiFlexItem>
        <EuiFlexItem>
          <EuiText size="s" className="eui-textBreakWord">
            <strong>{title}</strong>
            <p>
              {sentence(message)}
              {remedy !== undefined && (
                <>
                  <br />
                  <em>{sentence(remedy)}</em>
                </>
              )}
            </p>
          </EuiText>
        </EuiFlexItem>
      </EuiFlexGroup>
    </>
  );
}
