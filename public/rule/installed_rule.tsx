// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import {
  EuiDescriptionList,
  EuiFlexGroup,
  EuiFlexItem,
  EuiHealth,
  EuiPanel,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import type { Rule } from '../../common/api';
import { LinkedRuleLacks } from '../install/linked_rule_lacks';
import type { Install } from '../install/use_install';
import { timeInWords } from '../time_in_words';
import { LastRunPanel } from './last_run_panel';
import { LinkRule } from './link_rule';
import { ParamsPanel } from './params_panel';
import { RuleActions } from './rule_actions';
import { mayLink, ruleFacts } from './rule_facts';
import type { RuleMutation } from './use_rule';

/** A rule that is there: how it is doing, what it looks for, and what can be done with it. */
export function InstalledRule({
  rule,
  change,
  maySave,
  isRunAwaited,
  install,
}: {
  rule: Rule;
  change: RuleMutation;
  maySave: boolean;
  isRunAwaited: boolean;
  install: Install;
}) {
  const { security } = install;
  return (
    <>
      {maySave && security && rule.link && (
        <LinkedRuleLacks install={install} security={security} id={rule.link.securityRuleId} />
      )}
      <EuiFlexGroup alignItems="center" gutterSize="m" wrap>
        <EuiFlexItem>
          <EuiTitle>
            <h2>{rule.name}</h2>
          </EuiTitle>
          <EuiHealth data-test-subj="ruleState" color={rule.enabled ? 'success' : 'subdued'}>
            {rule.enabled ? 'Enabled' : 'Disabled'}
          </EuiHealth>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          {maySave ? (
            <RuleActions rule={rule} change={change} isRunAwaited={isRunAwaited} />
          ) : (
            <EuiText data-test-subj="readOnly" size="s" color="subdued">
              Read only: to change the rule takes the Kibana privilege &quot;Recently Compiled:
              All&quot;.
            </EuiText>
          )}
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer />
      <LastRunPanel rule={rule} isRunAwaited={isRunAwaited} />
      <EuiSpacer />
      <EuiFlexGroup>
        <EuiFlexItem>
          <EuiPanel hasBorder>
            <EuiTitle size="s">
              <h3>State</h3>
            </EuiTitle>
            <EuiSpacer size="m" />
            <EuiDescriptionList
              data-test-subj="ruleFacts"
              type="responsiveColumn"
              compressed
              listItems={ruleFacts(rule, timeInWords)}
            />
            {maySave && security && mayLink(rule) && (
              <LinkRule install={install} security={security} />
            )}
          </EuiPanel>
        </EuiFlexItem>
        <EuiFlexItem>
          <ParamsPanel rule={rule} />
        </EuiFlexItem>
      </EuiFlexGroup>
    </>
  );
}
