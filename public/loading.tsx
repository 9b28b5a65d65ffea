// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiEmptyPrompt, EuiLoadingSpinner } from '@elastic/eui';
import { i18n } from '@kbn/i18n';

/** Stands where a part of a page will be. @param what such as "the rule", in the viewer's language */
export function Loading({ what }: { what: string }) {
  return (
    <EuiEmptyPrompt
      data-test-subj="loading"
      icon={<EuiLoadingSpinner size="xl" />}
      title={
        <h2>
          {i18n.translate('recentlyCompiled.loading', {
            defaultMessage: 'Loading {what}',
            values: { what },
          })}
        </h2>
      }
    />
  );
}
