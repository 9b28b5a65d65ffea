// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiButton, EuiCallOut } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { timeInWords } from '../time_in_words';
import type { Conflict } from './conflict';

/** Tells that somebody else has changed what is edited, which was therefore not saved. */
export function ConflictCallout({
  conflict: { by, at },
  onReload,
}: {
  conflict: Conflict;
  onReload: () => void;
}) {
  const who =
    by ??
    i18n.translate('recentlyCompiled.exclusions.conflict.somebody', {
      defaultMessage: 'somebody else',
    });
  return (
    <EuiCallOut
      data-test-subj="exclusions-conflict"
      color="warning"
      iconType="warning"
      role="alert"
      title={
        at === null
          ? i18n.translate('recentlyCompiled.exclusions.conflict.title', {
              defaultMessage: 'It was changed meanwhile by {who}',
              values: { who },
            })
          : i18n.translate('recentlyCompiled.exclusions.conflict.titleWithTime', {
              defaultMessage: 'It was changed meanwhile by {who}, {time}',
              values: { who, time: timeInWords(at) },
            })
      }
    >
      <p>
        {i18n.translate('recentlyCompiled.exclusions.conflict.body', {
          defaultMessage:
            'Nothing was overwritten and nothing of yours is saved. What you have written stays here until you load the newer version.',
        })}
      </p>
      <EuiButton
        data-test-subj="exclusions-conflictReload"
        size="s"
        color="warning"
        onClick={onReload}
      >
        {i18n.translate('recentlyCompiled.exclusions.conflict.reload', {
          defaultMessage: 'Load the newer version',
        })}
      </EuiButton>
    </EuiCallOut>
  );
}
