// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiFieldText, EuiFormRow } from '@elastic/eui';
import { i18n } from '@kbn/i18n';

/** Which Security rule ours shall obey. */
export function SecurityRuleField({
  value,
  onChange,
}: {
  value: string;
  onChange: (value: string) => void;
}) {
  return (
    <EuiFormRow
      fullWidth
      label={i18n.translate('recentlyCompiled.overview.securityRule.label', {
        defaultMessage: 'Id of the Security rule',
      })}
      helpText={i18n.translate('recentlyCompiled.overview.securityRule.help', {
        defaultMessage:
          "The last part of the rule's address on the Security rules page, such as 2cb1017c-dd7f-4500-a142-7402f8aa8dc9.",
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
