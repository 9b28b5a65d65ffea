// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import {
  EuiButton,
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
  EuiSteps,
  EuiText,
  type EuiStepStatus,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { Loading } from '../loading';
import type { OpenInKibana } from '../open_in_kibana';
import { problemOf } from '../problem';
import { ProblemPrompt } from '../problem_prompt';
import { sentence } from '../sentence';
import type { ServerApi } from '../server_api';
import { countDone, toSteps, type CheckStatus, type StepId } from './setup_steps';
import { StepBody } from './step_body';
import { stepTitle } from './step_words';
import { useChecks } from './use_checks';

const MARKS: Readonly<Record<CheckStatus, EuiStepStatus>> = {
  error: 'danger',
  warning: 'warning',
  unknown: 'incomplete',
  ok: 'complete',
  not_applicable: 'disabled',
};

/** The setup guide, each step with its real state. */
export function StepsSection({
  api,
  kibana,
  openStep,
  onOpenStep,
}: {
  api: ServerApi;
  kibana: OpenInKibana;
  /** The step whose guide is open. */
  openStep: StepId | undefined;
  onOpenStep: (step: StepId | undefined) => void;
}) {
  const { all, step: again } = useChecks(api);
  if (all.isLoading) {
    return (
      <Loading
        what={i18n.translate('recentlyCompiled.setup.loading', { defaultMessage: 'the checks' })}
      />
    );
  }
  if (all.isError) {
    return <ProblemPrompt error={all.error} onRetry={() => void all.refetch()} />;
  }
  const steps = toSteps(all.data.checks);
  return (
    <div data-test-subj="setupSteps">
      <EuiFlexGroup alignItems="center" gutterSize="m" wrap responsive={false}>
        <EuiFlexItem>
          <EuiText size="s" data-test-subj="setupSummary" aria-live="polite">
            {i18n.translate('recentlyCompiled.setup.summary', {
              defaultMessage: '{done, number} of {all, number} steps need nothing',
              values: { done: countDone(steps), all: steps.length },
            })}
          </EuiText>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButton
            data-test-subj="checkAgain"
            iconType="refresh"
            isLoading={all.isFetching}
            onClick={() => void all.refetch()}
          >
            {i18n.translate('recentlyCompiled.setup.checkAll', {
              defaultMessage: 'Check everything again',
            })}
          </EuiButton>
        </EuiFlexItem>
      </EuiFlexGroup>
      {again.isError && (
        <>
          <EuiSpacer size="m" />
          <EuiCallOut
            data-test-subj="checkStepFailed"
            color="danger"
            iconType="error"
            title={i18n.translate('recentlyCompiled.setup.checkFailed', {
              defaultMessage: 'The step could not be checked',
            })}
          >
            <p>{sentence(problemOf(again.error).message)}</p>
            <p>{sentence(problemOf(again.error).remedy)}</p>
          </EuiCallOut>
        </>
      )}
      <EuiSpacer size="l" />
      <EuiSteps
        titleSize="xs"
        headingElement="h3"
        steps={steps.map((step) => ({
          title: stepTitle(step.id),
          status: MARKS[step.status],
          children: (
            <StepBody
              step={step}
              kibana={kibana}
              isChecking={all.isFetching || (again.isLoading && again.variables === step.id)}
              onCheck={() => again.mutate(step.id)}
              isGuideOpen={openStep === step.id}
              onToggleGuide={() => onOpenStep(openStep === step.id ? undefined : step.id)}
            />
          ),
        }))}
      />
    </div>
  );
}
