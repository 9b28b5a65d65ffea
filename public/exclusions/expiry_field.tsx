// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiDatePicker } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { unix } from 'moment';

/** When an exclusion ends, in the viewer's zone; empty is never. */
export function ExpiryField({
  time,
  onChange,
  disabled = false,
}: {
  time: string | null;
  onChange: (time: string | null) => void;
  disabled?: boolean;
}) {
  return (
    <EuiDatePicker
      data-test-subj="exclusions-expiry"
      aria-label={i18n.translate('recentlyCompiled.exclusions.expiry.label', {
        defaultMessage: 'Expires',
      })}
      placeholder={i18n.translate('recentlyCompiled.exclusions.expiry.placeholder', {
        defaultMessage: 'Never expires',
      })}
      showTimeSelect
      fullWidth
      disabled={disabled}
      minDate={momentOf(Date.now())}
      selected={time === null ? null : momentOf(Date.parse(time))}
      onChange={(date) => onChange(date ? date.toISOString() : null)}
      {...(!disabled && { onClear: () => onChange(null) })}
    />
  );
}

/** Milliseconds since 1970 as EUI wants them. */
const momentOf = (time: number) => unix(time / 1000);
