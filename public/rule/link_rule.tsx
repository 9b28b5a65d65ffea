// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiAccordion, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { ChooseRule } from '../install/choose_rule';
import type { SecurityApi } from '../install/security_api';
import type { Install } from '../install/use_install';

/** Links a rule that is there with a Security rule. */
export function LinkRule({ install, security }: { install: Install; security: SecurityApi }) {
  return (
    <>
      <EuiSpacer size="m" />
      <EuiAccordion
        id="linkRule"
        data-test-subj="linkRule"
        buttonContent={i18n.translate('recentlyCompiled.rule.link', {
          defaultMessage: 'Link with a Security rule',
        })}
        paddingSize="s"
      >
        <ChooseRule
          security={security}
          addressOf={install.addressOf}
          onInstall={install.start}
          isLoading={false}
        />
      </EuiAccordion>
    </>
  );
}
