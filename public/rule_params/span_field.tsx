// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiFieldText, EuiFlexGroup, EuiFlexItem, EuiSelect } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { FieldProps } from './field_props';
import { SPAN_UNITS, spanOf, spanText, type SpanUnit } from './form_state';

const unitWords = (): Record<SpanUnit, string> => ({
  ms: i18n.translate('recentlyCompiled.params.unit.ms', { defaultMessage: 'milliseconds' }),
  s: i18n.translate('recentlyCompiled.params.unit.s', { defaultMessage: 'seconds' }),
  m: i18n.translate('recentlyCompiled.params.unit.m', { defaultMessage: 'minutes' }),
  h: i18n.translate('recentlyCompiled.params.unit.h', { defaultMessage: 'hours' }),
  d: i18n.translate('recentlyCompiled.params.unit.d', { defaultMessage: 'days' }),
});

/** A time span: its number and its unit. */
export function SpanField({
  name,
  label,
  value,
  onChange,
  problems,
  isDisabled,
  ...row
}: FieldProps<string>) {
  const span = spanOf(value);
  const words = unitWords();
  return (
    <EuiFlexGroup gutterSize="s" responsive={false}>
      <EuiFlexItem>
        <EuiFieldText
          {...row}
          data-test-subj={`param-${name}`}
          fullWidth
          inputMode="numeric"
          disabled={isDisabled}
          isInvalid={problems.length > 0}
          value={span.count}
          onChange={({ target }) => onChange(spanText({ ...span, count: target.value }))}
        />
      </EuiFlexItem>
      <EuiFlexItem>
        <EuiSelect
          data-test-subj={`param-${name}-unit`}
          aria-label={i18n.translate('recentlyCompiled.params.unitOf', {
            defaultMessage: 'Unit of: {parameter}',
            values: { parameter: label },
          })}
          fullWidth
          disabled={isDisabled}
          isInvalid={problems.length > 0}
          value={span.unit}
          options={SPAN_UNITS.map((unit) => ({ value: unit, text: words[unit] }))}
          onChange={({ target }) => {
            const unit = SPAN_UNITS.find((known) => known === target.value) ?? span.unit;
            onChange(spanText({ ...span, unit }));
          }}
        />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
}
