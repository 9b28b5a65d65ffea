// SPDX-License-Identifier: Apache-2.0
import React, { useState } from 'react';
import { EuiButtonEmpty, EuiConfirmModal } from '@elastic/eui';
import type { RuleMutation } from './use_rule';

/** Deletes the rule, after asking whether that is meant. */
export function UninstallRule({ change }: { change: RuleMutation }) {
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <EuiButtonEmpty
        data-test-subj="rule-uninstall"
        color="danger"
        isDisabled={change.isLoading}
        onClick={() => setAsking(true)}
      >
        Uninstall
      </EuiButtonEmpty>
      {isAsking && (
        <EuiConfirmModal
          data-test-subj="confirmUninstall"
          title="Uninstall the rule?"
          buttonColor="danger"
          confirmButtonText="Uninstall the rule"
          cancelButtonText="Keep it"
          onCancel={() => setAsking(false)}
          onConfirm={() => {
            setAsking(false);
            change.mutate({ action: 'uninstall' });
          }}
        >
          <p>
            Nothing is searched in this space any more, and the parameters of the rule are lost. Its
            alerts and the exclusions stay.
          </p>
        </EuiConfirmModal>
      )}
    </>
  );
}
