// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiButton, EuiFlexGroup, EuiFlexItem } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { Rule } from '../../common/api';
import { UninstallRule } from './uninstall_rule';
import type { RuleMutation } from './use_rule';

const LABELS = {
  run: () => i18n.translate('recentlyCompiled.overview.run', { defaultMessage: 'Run now' }),
  disable: () =>
    i18n.translate('recentlyCompiled.overview.disable', { defaultMessage: 'Switch off' }),
  enable: () => i18n.translate('recentlyCompiled.overview.enable', { defaultMessage: 'Switch on' }),
} as const;

/** The buttons that change a rule which is there, the most likely first. */
export function RuleActions({
  rule,
  change,
  isRunAwaited,
}: {
  rule: Rule;
  change: RuleMutation;
  isRunAwaited: boolean;
}) {
  const isRunning = rule.running || isRunAwaited;
  const actions = rule.enabled ? (['run', 'disable'] as const) : (['enable'] as const);
  return (
    <EuiFlexGroup gutterSize="s" responsive={false} wrap>
      {actions.map((action, index) => (
        <EuiFlexItem key={action} grow={false}>
          <EuiButton
            data-test-subj={`rule-${action}`}
            fill={index === 0}
            isLoading={
              (change.isLoading && change.variables?.action === action) ||
              (action === 'run' && isRunning)
            }
            isDisabled={change.isLoading || (action === 'run' && isRunning)}
            onClick={() => change.mutate({ action })}
          >
            {LABELS[action]()}
          </EuiButton>
        </EuiFlexItem>
      ))}
      <EuiFlexItem grow={false}>
        <UninstallRule rule={rule} change={change} />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}
