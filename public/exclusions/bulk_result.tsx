// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiCallOut } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { sentence } from '../sentence';
import { allText } from '../shown_text';
import type { BulkOutcome } from './bulk';

/** How many were done, and why the others were not. */
export function BulkResult({ outcome: { done, failed } }: { outcome: BulkOutcome }) {
  return (
    <EuiCallOut
      data-test-subj="exclusions-bulkResult"
      size="s"
      role="status"
      color={failed.length > 0 ? 'danger' : 'success'}
      iconType={failed.length > 0 ? 'error' : 'check'}
      title={
        failed.length > 0
          ? i18n.translate('recentlyCompiled.exclusions.bulk.failed', {
              defaultMessage: '{done} done, {failed} failed',
              values: { done, failed: failed.length },
            })
          : i18n.translate('recentlyCompiled.exclusions.bulk.done', {
              defaultMessage: '{done} done',
              values: { done },
            })
      }
    >
      {failed.length > 0 && (
        <ul>
          {failed.map(({ name, problem }, index) => (
            <li key={index}>
              {allText(name)}: {sentence(problem.message)} {sentence(problem.remedy)}
            </li>
          ))}
        </ul>
      )}
    </EuiCallOut>
  );
}
