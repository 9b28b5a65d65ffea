// SPDX-License-Identifier: Apache-2.0
import React, { useState } from 'react';
import { EuiButton, EuiEmptyPrompt, EuiSpacer, EuiSwitch } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { SecurityRuleField } from './security_rule_field';
import type { RuleMutation } from './use_rule';

/** Stands where the rule would be as long as there is none. */
export function InstallRule({ change, maySave }: { change: RuleMutation; maySave: boolean }) {
  const [isLinked, setLinked] = useState(false);
  const [id, setId] = useState('');
  const securityRuleId = isLinked ? id.trim() : undefined;
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
                'It alerts when a program is compiled, linked, run and connects to the network within a minute. Until it is installed in this space, nothing is searched.',
            })}
          </p>
          {maySave ? (
            <>
              <EuiSwitch
                data-test-subj="linkSwitch"
                label={i18n.translate('recentlyCompiled.overview.install.link', {
                  defaultMessage: 'Link it with a Security rule',
                })}
                checked={isLinked}
                onChange={({ target }) => setLinked(target.checked)}
              />
              {isLinked && (
                <>
                  <EuiSpacer size="s" />
                  <p>
                    {i18n.translate('recentlyCompiled.overview.install.linkHelp', {
                      defaultMessage:
                        'The rule then runs only while that rule is enabled, and its alerts have the name, severity, risk score, tags and exceptions of that rule.',
                    })}
                  </p>
                  <SecurityRuleField value={id} onChange={setId} />
                </>
              )}
            </>
          ) : (
            <p data-test-subj="readOnly">
              {i18n.translate('recentlyCompiled.overview.install.readOnly', {
                defaultMessage:
                  'To install it takes the Kibana privilege "Recently Compiled: All" in this space.',
              })}
            </p>
          )}
        </>
      }
      actions={
        maySave && (
          <EuiButton
            data-test-subj="rule-install"
            fill
            isLoading={change.isLoading}
            isDisabled={change.isLoading || securityRuleId === ''}
            onClick={() => change.mutate({ action: 'install', securityRuleId })}
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
