// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiAccordion, EuiButtonEmpty, EuiFlexGroup, EuiFlexItem, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { Rule } from '../../common/api';
import { ChooseRule } from '../install/choose_rule';
import type { SecurityApi } from '../install/security_api';
import type { Install } from '../install/use_install';
import type { OpenInKibana } from '../open_in_kibana';
import { mayLink } from './rule_facts';
import { securityRuleAddress } from './security_rule_address';
import { UnlinkRule } from './unlink_rule';
import type { RuleMutation } from './use_rule';

/** The way to the Security rule that ours obeys, and what makes and ends that. */
export function LinkRule({
  rule,
  change,
  maySave,
  kibana,
  install,
}: {
  rule: Rule;
  change: RuleMutation;
  maySave: boolean;
  kibana: OpenInKibana;
  install: Install;
}) {
  const { link } = rule;
  const href = link === null ? undefined : securityRuleAddress(kibana, link.securityRuleId);
  return (
    <>
      {link !== null && (
        <>
          <EuiSpacer size="m" />
          <EuiFlexGroup gutterSize="s" responsive={false} wrap>
            {href !== undefined && (
              <EuiFlexItem grow={false}>
                <EuiButtonEmpty
                  data-test-subj="openSecurityRule"
                  size="s"
                  iconType="popout"
                  href={href}
                >
                  {i18n.translate('recentlyCompiled.overview.link.open', {
                    defaultMessage: 'Open the Security rule',
                  })}
                </EuiButtonEmpty>
              </EuiFlexItem>
            )}
            {maySave && (
              <EuiFlexItem grow={false}>
                <UnlinkRule change={change} />
              </EuiFlexItem>
            )}
          </EuiFlexGroup>
        </>
      )}
      {maySave && install.security && mayLink(rule) && (
        <NewLink install={install} security={install.security} />
      )}
    </>
  );
}

function NewLink({ install, security }: { install: Install; security: SecurityApi }) {
  return (
    <>
      <EuiSpacer size="m" />
      <EuiAccordion
        id="linkRule"
        data-test-subj="linkRule"
        buttonContent={i18n.translate('recentlyCompiled.overview.link.title', {
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
