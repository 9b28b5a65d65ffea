// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiButton, EuiEmptyPrompt } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { problemOf, type Problem } from './problem';
import { sentence } from './sentence';

/** Stands where a part of a page would be, had its data come. */
export function ProblemPrompt({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return <Prompt problem={problemOf(error)} onRetry={onRetry} />;
}

/** Stands where the app would be; to try again would change nothing. */
export function NotAllowedPrompt({ problem }: { problem: Problem }) {
  return <Prompt problem={problem} />;
}

function Prompt({
  problem: { kind, message, remedy },
  onRetry,
}: {
  problem: Problem;
  onRetry?: () => void;
}) {
  const notAllowed = kind === 'not allowed';
  return (
    <EuiEmptyPrompt
      data-test-subj={notAllowed ? 'notAllowed' : 'failed'}
      color={notAllowed ? 'subdued' : 'danger'}
      iconType={notAllowed ? 'lock' : 'error'}
      title={
        <h2>
          {notAllowed
            ? i18n.translate('recentlyCompiled.problem.notAllowedTitle', {
                defaultMessage: 'You need more privileges',
              })
            : i18n.translate('recentlyCompiled.problem.failedTitle', {
                defaultMessage: 'This could not be loaded',
              })}
        </h2>
      }
      body={
        <>
          <p>{sentence(message)}</p>
          <p>{sentence(remedy)}</p>
        </>
      }
      actions={
        onRetry && (
          <EuiButton data-test-subj="retry" onClick={onRetry}>
            {i18n.translate('recentlyCompiled.problem.retry', { defaultMessage: 'Try again' })}
          </EuiButton>
        )
      }
    />
  );
}
