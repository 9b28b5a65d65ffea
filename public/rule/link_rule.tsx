// SPDX-License-Identifier: Apache-2.0
import React, { useState } from 'react';
import { EuiAccordion, EuiButton, EuiSpacer } from '@elastic/eui';
import { SecurityRuleField } from './security_rule_field';
import type { RuleMutation } from './use_rule';

/** Links a rule that is there with a Security rule. */
export function LinkRule({ change }: { change: RuleMutation }) {
  const [id, setId] = useState('');
  const securityRuleId = id.trim();
  return (
    <>
      <EuiSpacer size="m" />
      <EuiAccordion
        id="linkRule"
        data-test-subj="linkRule"
        buttonContent="Link with a Security rule"
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
          Link
        </EuiButton>
      </EuiAccordion>
    </>
  );
}
