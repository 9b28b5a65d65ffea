// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { Rule } from '../../common/api';
import { RuleActions } from './rule_actions';
import { StatusTiles } from './status_tiles';
import type { RuleMutation } from './use_rule';

/** A rule that is there: how it is doing at a glance, and the buttons that change it. */
export function InstalledRule({
  rule,
  now,
  change,
  maySave,
  isRunAwaited,
}: {
  rule: Rule;
  now: string;
  change: RuleMutation;
  maySave: boolean;
  isRunAwaited: boolean;
}) {
  return (
    <>
      <EuiFlexGroup alignItems="center" gutterSize="m" wrap>
        <EuiFlexItem>
          <EuiTitle>
            <h2>{rule.name}</h2>
          </EuiTitle>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          {maySave ? (
            <RuleActions rule={rule} change={change} isRunAwaited={isRunAwaited} />
          ) : (
            <EuiText data-test-subj="readOnly" size="s">
              {i18n.translate('recentlyCompiled.overview.readOnly', {
                defaultMessage:
                  'Read only: to change the rule takes the Kibana privilege "Recently Compiled: All".',
              })}
            </EuiText>
          )}
        </EuiFlexItem>
      </EuiFlexGroup>
      <EuiSpacer />
      <StatusTiles rule={rule} now={now} />
    </>
  );
}
