// SPDX-License-Identifier: Apache-2.0
import React, { useState } from 'react';
import { EuiButtonEmpty } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { ConfirmDialog } from '../shell/confirm_dialog';
import type { RuleMutation } from './use_rule';

/** Takes the link off the rule, after telling what follows from that. */
export function UnlinkRule({ change }: { change: RuleMutation }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <EuiButtonEmpty
        data-test-subj="rule-unlink"
        size="s"
        color="danger"
        isLoading={change.isLoading && change.variables?.action === 'unlink'}
        isDisabled={change.isLoading}
        onClick={() => setAsking(true)}
      >
        {i18n.translate('recentlyCompiled.overview.unlink.button', {
          defaultMessage: 'Take the link off',
        })}
      </EuiButtonEmpty>
      {isAsking && (
        <ConfirmDialog
          data-test-subj="confirmUnlink"
          title={i18n.translate('recentlyCompiled.overview.unlink.title', {
            defaultMessage: 'Take the link off?',
          })}
          confirmButtonText={i18n.translate('recentlyCompiled.overview.unlink.confirm', {
            defaultMessage: 'Take the link off',
          })}
          cancelButtonText={i18n.translate('recentlyCompiled.overview.unlink.cancel', {
            defaultMessage: 'Keep it',
          })}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            change.mutate({ action: 'unlink' });
          }}
        >
          <p>
            {i18n.translate('recentlyCompiled.overview.unlink.body', {
              defaultMessage:
                'This rule then runs by its own switch, and its new alerts have its own name, severity and risk score. Exceptions of the Security rule do not hold for it any more, except for the list of exclusions. The Security rule and all alerts stay as they are; both rules may alert the same sequence.',
            })}
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}
