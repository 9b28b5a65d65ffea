// SPDX-License-Identifier: Apache-2.0
import React, { useState } from 'react';
import {
  EuiAccordion,
  EuiButton,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { Rule } from '../../common/api';
import type { OpenInKibana } from '../open_in_kibana';
import { mayLink } from './rule_facts';
import { securityRuleAddress } from './security_rule_address';
import { SecurityRuleField } from './security_rule_field';
import { UnlinkRule } from './unlink_rule';
import type { RuleMutation } from './use_rule';

/** The way to the Security rule that ours obeys, and what makes and ends that. */
export function LinkRule({
  rule,
  change,
  maySave,
  kibana,
}: {
  rule: Rule;
  change: RuleMutation;
  maySave: boolean;
  kibana: OpenInKibana;
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
      {maySave && mayLink(rule) && <NewLink change={change} />}
    </>
  );
}

function NewLink({ change }: { change: RuleMutation }) {
  const [id, setId] = useState('');
  const securityRuleId = id.trim();
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
        <SecurityRuleField value={id} onChange={setId} />
        <EuiSpacer size="s" />
        <EuiButton
          data-test-subj="rule-link"
          size="s"
          isLoading={change.isLoading && change.variables?.action === 'link'}
          isDisabled={change.isLoading || securityRuleId === ''}
          onClick={() => change.mutate({ action: 'link', securityRuleId })}
        >
          {i18n.translate('recentlyCompiled.overview.link.button', { defaultMessage: 'Link' })}
        </EuiButton>
      </EuiAccordion>
    </>
  );
}
