// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiFieldNumber } from '@elastic/eui';
import { MAX_SIGNALS_LIMIT } from '../../common/rule';
import type { FieldProps } from './field_props';
import { numberOf, numberText } from './form_state';

/** How many alerts a run may write. */
export function NumberField({
  name,
  label: _label,
  value,
  onChange,
  problems,
  isDisabled,
  ...row
}: FieldProps<number>) {
  return (
    <EuiFieldNumber
      {...row}
      data-test-subj={`param-${name}`}
      fullWidth
      min={1}
      max={MAX_SIGNALS_LIMIT}
      disabled={isDisabled}
      isInvalid={problems.length > 0}
      value={numberText(value)}
      onChange={({ target }) => onChange(numberOf(target.value))}
    />
  );
}
