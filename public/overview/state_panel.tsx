// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiDescriptionList } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { Rule } from '../../common/api';
import type { Install } from '../install/use_install';
import type { OpenInKibana } from '../open_in_kibana';
import { timeInWords } from '../time_in_words';
import { LinkRule } from './link_rule';
import { OverviewPanel } from './overview_panel';
import { ruleFacts } from './rule_facts';
import type { RuleMutation } from './use_rule';

/** Who made the rule, how far it has come, and what it is linked with. */
export function StatePanel({
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
  return (
    <OverviewPanel
      subject="state"
      title={i18n.translate('recentlyCompiled.overview.state.title', { defaultMessage: 'State' })}
    >
      <EuiDescriptionList
        data-test-subj="ruleFacts"
        type="responsiveColumn"
        compressed
        listItems={ruleFacts(rule, timeInWords)}
      />
      <LinkRule rule={rule} change={change} maySave={maySave} kibana={kibana} install={install} />
    </OverviewPanel>
  );
}
