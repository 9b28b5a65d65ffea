// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiEmptyPrompt, EuiLoadingSpinner } from '@elastic/eui';

/** Stands where a part of a page will be. */
export function Loading({ what }: { what: string }) {
  return (
    <EuiEmptyPrompt
      data-test-subj="loading"
      icon={<EuiLoadingSpinner size="xl" />}
      title={<h2>{`Loading ${what}`}</h2>}
    />
  );
}
