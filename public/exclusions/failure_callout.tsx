// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiButton, EuiCallOut } from '@elastic/eui';
import { problemOf } from '../problem';
import { sentence } from '../sentence';
import { TEXTS } from './texts';

/** A failure in a part of the page, with its remedy and, where that makes sense, a way to try again. */
export function FailureCallout({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { message, remedy } = problemOf(error);
  return (
    <EuiCallOut
      data-test-subj="exclusions-failure"
      color="danger"
      iconType="error"
      title={sentence(message)}
      role="alert"
    >
      <p>{sentence(remedy)}</p>
      {onRetry && (
        <EuiButton data-test-subj="exclusions-retry" size="s" color="danger" onClick={onRetry}>
          {TEXTS.retry()}
        </EuiButton>
      )}
    </EuiCallOut>
  );
}
