// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiDatePicker, EuiScreenReaderOnly, useGeneratedHtmlId } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { now } from '../clock';
import { asMeant, asShown } from './wall_clock';

/** When an exclusion ends, in the viewer's zone; empty is never. */
export function ExpiryField({
  id,
  time,
  onChange,
  disabled = false,
}: {
  /** Of the field, for its label. */
  id?: string;
  time: string | null;
  onChange: (time: string | null) => void;
  disabled?: boolean;
}) {
  const nameId = useGeneratedHtmlId();
  return (
    <>
      <EuiScreenReaderOnly>
        <span id={nameId}>
          {i18n.translate('recentlyCompiled.exclusions.expiry.label', {
            defaultMessage: 'Expires',
          })}
        </span>
      </EuiScreenReaderOnly>
      <EuiDatePicker
        inputRef={(picker) => nameInput(picker, nameId)}
        {...(id !== undefined && { id })}
        placeholder={i18n.translate('recentlyCompiled.exclusions.expiry.placeholder', {
          defaultMessage: 'Never expires',
        })}
        showTimeSelect
        dateFormat="YYYY-MM-DD HH:mm"
        timeFormat="HH:mm"
        fullWidth
        disabled={disabled}
        minDate={asShown(now())}
        selected={time === null ? null : asShown(Date.parse(time))}
        onChange={(date) => onChange(date ? asMeant(date) : null)}
        {...(!disabled && { onClear: () => onChange(null) })}
      />
    </>
  );
}

/** EUI gives the input a label of its own, in English, that does not say what it is for. */
const nameInput = (picker: unknown, nameId: string): void => {
  const { input } = (picker ?? {}) as { readonly input?: HTMLInputElement };
  input?.setAttribute('aria-labelledby', nameId);
  input?.setAttribute('data-test-subj', 'exclusions-expiry');
};
