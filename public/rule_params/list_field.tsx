// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiComboBox } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { FieldProps } from './field_props';
import { addEntries, entryOf } from './form_state';

/** Some lists have a hundred entries; what stands below them must be found. */
const MANY = 20;

/** A list of names, networks or patterns; entries that can not be used stand out. */
export function ListField({
  name,
  label,
  value,
  onChange,
  problems,
  isDisabled,
  ...row
}: FieldProps<readonly string[]>) {
  const wrong = new Set(problems.map(entryOf));
  return (
    <div
      {...(value.length > MANY && {
        className: 'eui-yScrollWithShadows',
        style: { maxBlockSize: 240 },
      })}
    >
      <EuiComboBox
        {...row}
        data-test-subj={`param-${name}`}
        aria-label={label}
        fullWidth
        noSuggestions
        isCaseSensitive
        isDisabled={isDisabled}
        isInvalid={problems.length > 0}
        placeholder={i18n.translate('recentlyCompiled.params.list.placeholder', {
          defaultMessage: 'Type an entry and press Enter',
        })}
        selectedOptions={value.map((entry, index) => ({
          label: entry,
          key: `${index} ${entry}`,
          ...(wrong.has(index) && { color: 'danger' }),
        }))}
        onChange={(options) => onChange(options.map((option) => option.label))}
        onCreateOption={(typed) => onChange(addEntries(value, typed, name))}
      />
    </div>
  );
}
