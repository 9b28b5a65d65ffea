// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiFieldText } from '@elastic/eui';
import type { FieldProps } from './field_props';

/** A text that may be missing. */
export function TextField({
  name,
  label: _label,
  value,
  onChange,
  problems,
  isDisabled,
  ...row
}: FieldProps<string | null>) {
  return (
    <EuiFieldText
      {...row}
      data-test-subj={`param-${name}`}
      fullWidth
      disabled={isDisabled}
      isInvalid={problems.length > 0}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
    />
  );
}
