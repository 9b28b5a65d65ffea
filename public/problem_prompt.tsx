// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiButton, EuiEmptyPrompt } from '@elastic/eui';
import { problemOf } from './problem';
import { sentence } from './sentence';

/** Stands where a part of a page would be, had its data come. */
export function ProblemPrompt({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { kind, message, remedy } = problemOf(error);
  const notAllowed = kind === 'not allowed';
  return (
    <EuiEmptyPrompt
      data-test-subj={notAllowed ? 'notAllowed' : 'failed'}
      color={notAllowed ? 'subdued' : 'danger'}
      iconType={notAllowed ? 'lock' : 'error'}
      title={<h2>{notAllowed ? 'You need more privileges' : 'This could not be loaded'}</h2>}
      body={
        <>
          <p>{sentence(message)}</p>
          <p>{sentence(remedy)}</p>
        </>
      }
      actions={
        <EuiButton data-test-subj="retry" onClick={onRetry}>
          Try again
        </EuiButton>
      }
    />
  );
}
