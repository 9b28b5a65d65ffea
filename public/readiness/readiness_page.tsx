// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import { useQuery } from '@tanstack/react-query';
import type { Check } from '../api_types';
import { Loading } from '../loading';
import { ProblemPrompt } from '../problem_prompt';
import type { ServerApi } from '../server_api';

/** A status is told by a word as well, never by colour alone. */
const LOOKS = {
  ok: { word: 'OK', color: 'success', iconType: 'check' },
  warning: { word: 'Warning', color: 'warning', iconType: 'warning' },
  error: { word: 'Error', color: 'danger', iconType: 'error' },
  unknown: { word: 'Unknown', color: 'primary', iconType: 'questionInCircle' },
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
  return (
    <div data-test-subj="readiness">
      {readiness.data.checks.map((check) => (
        <CheckResult key={check.id} check={check} />
      ))}
    </div>
  );
}

function CheckResult({ check }: { check: Check }) {
  const { word, color, iconType } = LOOKS[check.status];
  return (
    <>
      <EuiCallOut
        data-test-subj={`check-${check.id}`}
        size="s"
        color={color}
        iconType={iconType}
        title={`${word}: ${check.title}`}
      >
        <EuiText size="s">
          <p>{check.message}</p>
          {check.remedy !== undefined && <p>{check.remedy}</p>}
        </EuiText>
      </EuiCallOut>
      <EuiSpacer size="s" />
    </>
  );
}
