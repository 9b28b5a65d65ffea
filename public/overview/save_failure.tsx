// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiButton, EuiCallOut, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { problemOf } from '../problem';
import { sentence } from '../sentence';

/** Why the parameters were not saved; where somebody else has saved others meanwhile, with a way to begin with those. */
export function SaveFailure({
  error,
  onReload,
}: {
  error: unknown;
  onReload: (() => void) | undefined;
}) {
  const { message, remedy } = problemOf(error);
  return (
    <>
      <EuiCallOut
        data-test-subj="params-failure"
        role="alert"
        color="danger"
        iconType="error"
        title={sentence(message)}
      >
        <p>{sentence(remedy)}</p>
        {onReload && (
          <EuiButton data-test-subj="params-reload" size="s" color="danger" onClick={onReload}>
            {i18n.translate('recentlyCompiled.overview.editor.reload', {
              defaultMessage: 'Begin with the parameters that are stored now',
            })}
          </EuiButton>
        )}
      </EuiCallOut>
      <EuiSpacer />
    </>
  );
}
