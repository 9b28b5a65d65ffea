// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiFlexGroup, EuiFlexItem, EuiSpacer } from '@elastic/eui';
import type { Rule } from '../../common/api';
import type { Install } from '../install/use_install';
import type { OpenInKibana } from '../open_in_kibana';
import { LastRunPanel } from './last_run_panel';
import { ParamsPanel } from './params_panel';
import { StatePanel } from './state_panel';
import type { RuleMutation } from './use_rule';

/** What is known about a rule that is there, in full. */
export function RulePanels({
  rule,
  change,
  maySave,
  isRunAwaited,
  kibana,
  install,
  onEdit,
}: {
  rule: Rule;
  change: RuleMutation;
  maySave: boolean;
  isRunAwaited: boolean;
  kibana: OpenInKibana;
  install: Install;
  onEdit: () => void;
}) {
  return (
    <EuiFlexGroup>
      <EuiFlexItem>
        <LastRunPanel rule={rule} isRunAwaited={isRunAwaited} />
        <EuiSpacer />
        <StatePanel
          rule={rule}
          change={change}
          maySave={maySave}
          kibana={kibana}
          install={install}
        />
      </EuiFlexItem>
      <EuiFlexItem>
        <ParamsPanel rule={rule} {...(maySave && { onEdit })} />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}
