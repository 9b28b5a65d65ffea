// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiFieldText, EuiFormRow } from '@elastic/eui';
import { i18n } from '@kbn/i18n';

/** Which Security rule ours shall obey, by its id. */
export function RuleIdField({
  value,
  onChange,
}: {
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <EuiFormRow
      fullWidth
      label={i18n.translate('recentlyCompiled.install.id.label', {
        defaultMessage: 'Id of the Security rule',
      })}
      helpText={i18n.translate('recentlyCompiled.install.id.help', {
        defaultMessage:
          "The last part of the rule's address on the Security rules page, such as {example}. The exception list of this app will be attached to it, nothing else is changed.",
        values: { example: '2cb1017c-dd7f-4500-a142-7402f8aa8dc9' },
      })}
    >
      <EuiFieldText
        fullWidth
        data-test-subj="securityRuleId"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </EuiFormRow>
  );
}
