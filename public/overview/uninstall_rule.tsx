// SPDX-License-Identifier: Apache-2.0
import React, { useState } from 'react';
import { EuiButtonEmpty } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { Rule } from '../../common/api';
import { ConfirmDialog } from '../shell/confirm_dialog';
import type { RuleMutation } from './use_rule';

/** Deletes the rule, after telling what goes and what stays. */
export function UninstallRule({ rule, change }: { rule: Rule; change: RuleMutation }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <EuiButtonEmpty
        data-test-subj="rule-uninstall"
        color="danger"
        isLoading={change.isLoading && change.variables?.action === 'uninstall'}
        isDisabled={change.isLoading}
        onClick={() => setAsking(true)}
      >
        {i18n.translate('recentlyCompiled.overview.uninstall.button', {
          defaultMessage: 'Uninstall',
        })}
      </EuiButtonEmpty>
      {isAsking && (
        <ConfirmDialog
          data-test-subj="confirmUninstall"
          title={i18n.translate('recentlyCompiled.overview.uninstall.title', {
            defaultMessage: 'Uninstall the rule?',
          })}
          buttonColor="danger"
          confirmButtonText={i18n.translate('recentlyCompiled.overview.uninstall.confirm', {
            defaultMessage: 'Uninstall the rule',
          })}
          cancelButtonText={i18n.translate('recentlyCompiled.overview.uninstall.cancel', {
            defaultMessage: 'Keep it',
          })}
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            change.mutate({ action: 'uninstall' });
          }}
        >
          <p>
            {i18n.translate('recentlyCompiled.overview.uninstall.goes', {
              defaultMessage:
                'Nothing is searched in this space any more. The parameters of the rule and the history of its runs are lost.',
            })}
          </p>
          <p>
            {rule.link === null
              ? i18n.translate('recentlyCompiled.overview.uninstall.stays', {
                  defaultMessage: 'All alerts stay with their status, and so do the exclusions.',
                })
              : i18n.translate('recentlyCompiled.overview.uninstall.staysLinked', {
                  defaultMessage:
                    'All alerts stay with their status, and so do the exclusions and the linked Security rule, which goes on by itself.',
                })}
          </p>
        </ConfirmDialog>
      )}
    </>
  );
}
