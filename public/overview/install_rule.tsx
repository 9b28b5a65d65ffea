// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiButton, EuiEmptyPrompt } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { ChooseRule } from '../install/choose_rule';
import type { Install } from '../install/use_install';
import type { RuleMutation } from './use_rule';

/** Stands where the rule would be as long as there is none. */
export function InstallRule({
  change,
  maySave,
  install: { security, addressOf, start },
}: {
  change: RuleMutation;
  maySave: boolean;
  install: Install;
}) {
  const installAlone = () => change.mutate({ action: 'install', securityRuleId: undefined });
  return (
    <EuiEmptyPrompt
      data-test-subj="notInstalled"
      iconType="securitySignal"
      title={
        <h2>
          {i18n.translate('recentlyCompiled.overview.install.title', {
            defaultMessage: 'The rule is not installed',
          })}
        </h2>
      }
      body={
        <>
          <p>
            {i18n.translate('recentlyCompiled.overview.install.body', {
              defaultMessage:
                'It alerts when a program is compiled, linked, run and connects to the network within minutes. Until it is installed in this space, nothing is searched.',
            })}
          </p>
          {!maySave && (
            <p data-test-subj="readOnly">
              {i18n.translate('recentlyCompiled.overview.install.readOnly', {
                defaultMessage:
                  'To install it takes the Kibana privilege "Recently Compiled: All" in this space.',
              })}
            </p>
          )}
          {maySave && security && (
            <ChooseRule
              security={security}
              addressOf={addressOf}
              onInstall={start}
              onAlone={installAlone}
              isLoading={change.isLoading}
            />
          )}
        </>
      }
      actions={
        maySave &&
        !security && (
          <EuiButton
            data-test-subj="rule-install"
            fill
            isLoading={change.isLoading}
            isDisabled={change.isLoading}
            onClick={installAlone}
          >
            {i18n.translate('recentlyCompiled.overview.install.button', {
              defaultMessage: 'Install the rule',
            })}
          </EuiButton>
        )
      }
    />
  );
}
