// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import {
  EuiButton,
  EuiButtonEmpty,
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiPanel,
  EuiSpacer,
  EuiSteps,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { problemOf } from '../problem';
import { sentence } from '../sentence';
import { stepProblem } from './failure_words';
import type { StepId } from './plan';
import { isBusy, type Progress, type StepState } from './progress';
import { stateWords, stepTitle } from './step_words';
import { InTheWay } from './steps';
import { mayUndo } from './undo';
import type { Install } from './use_install';

const LOOKS = {
  waiting: 'incomplete',
  running: 'loading',
  done: 'complete',
  failed: 'danger',
} as const;

/** The steps of an installation as they go, and what to do when one fails. */
export function InstallProgress({ install, progress }: { install: Install; progress: Progress }) {
  return (
    <EuiPanel hasBorder data-test-subj="installProgress" style={{ textAlign: 'left' }}>
      <EuiTitle size="s">
        <h2>
          {i18n.translate('recentlyCompiled.install.progress.title', {
            defaultMessage: 'Installing with a Security rule',
          })}
        </h2>
      </EuiTitle>
      <EuiSpacer size="m" />
      <div aria-live="polite">
        <EuiSteps
          titleSize="xs"
          headingElement="h3"
          steps={progress.steps.map(({ id, state }) => ({
            title: stepTitle(id),
            status: LOOKS[state.status],
            'data-test-subj': `installStep-${id}-${state.status}`,
            children: <StepText id={id} state={state} />,
          }))}
        />
      </div>
      {progress.undo !== 'no' && progress.undo !== 'running' && (
        <UndoFailed error={progress.undo.error} />
      )}
      <Choices install={install} progress={progress} />
    </EuiPanel>
  );
}

function StepText({ id, state }: { id: StepId; state: StepState }) {
  if (state.status !== 'failed') {
    return (
      <EuiText size="s" color="subdued">
        <p>{stateWords(id, state)}</p>
      </EuiText>
    );
  }
  const { message, remedy } = stepProblem(id, state.error);
  return (
    <EuiCallOut
      data-test-subj="installFailed"
      size="s"
      color="danger"
      iconType="error"
      title={sentence(message)}
    >
      <p>{sentence(remedy)}</p>
    </EuiCallOut>
  );
}

function UndoFailed({ error }: { error: unknown }) {
  const { message, remedy } = problemOf(error);
  return (
    <EuiCallOut
      data-test-subj="undoFailed"
      size="s"
      color="danger"
      iconType="error"
      title={i18n.translate('recentlyCompiled.install.undo.failed', {
        defaultMessage: 'Not all could be taken back: {reason}',
        values: { reason: message },
      })}
    >
      <p>{sentence(remedy)}</p>
    </EuiCallOut>
  );
}

function Choices({ install, progress }: { install: Install; progress: Progress }) {
  const failed = progress.steps.find(({ state }) => state.status === 'failed')?.state;
  if (!failed && progress.undo === 'no') {
    return null;
  }
  const isBlocked = failed?.status === 'failed' && failed.error instanceof InTheWay;
  const isDisabled = isBusy(progress);
  return (
    <>
      <EuiSpacer size="m" />
      <EuiFlexGroup gutterSize="s" responsive={false} wrap>
        {!isBlocked && (
          <EuiFlexItem grow={false}>
            <EuiButton
              fill
              data-test-subj="installGoOn"
              isDisabled={isDisabled}
              onClick={install.goOn}
            >
              {i18n.translate('recentlyCompiled.install.goOn', { defaultMessage: 'Go on' })}
            </EuiButton>
          </EuiFlexItem>
        )}
        {mayUndo(progress) && (
          <EuiFlexItem grow={false}>
            <EuiButton
              data-test-subj="installUndo"
              isLoading={progress.undo === 'running'}
              isDisabled={isDisabled}
              onClick={install.undo}
            >
              {i18n.translate('recentlyCompiled.install.undo', { defaultMessage: 'Undo' })}
            </EuiButton>
          </EuiFlexItem>
        )}
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            data-test-subj="installLeave"
            isDisabled={isDisabled}
            onClick={install.leave}
          >
            {i18n.translate('recentlyCompiled.install.leave', {
              defaultMessage: 'Leave it as it is',
            })}
          </EuiButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
    </>
  );
}
