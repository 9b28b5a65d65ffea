// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiContext, EuiFilePicker } from '@elastic/eui';
import { i18n } from '@kbn/i18n';

/** EUI's own texts for the button that takes the file away have another name than what is seen on it. */
const texts = () => ({
  'euiFilePicker.promptText': i18n.translate('recentlyCompiled.exclusions.file.prompt', {
    defaultMessage: 'Select or drag and drop a file',
  }),
  'euiFilePicker.removeSelected': i18n.translate('recentlyCompiled.exclusions.file.remove', {
    defaultMessage: 'Remove',
  }),
  'euiFilePicker.clearSelectedFiles': i18n.translate('recentlyCompiled.exclusions.file.removeIt', {
    defaultMessage: 'Remove the file',
  }),
});

/** Chooses one file of exception items. */
export function FileField({
  id,
  disabled,
  onChange,
}: {
  /** Of the field, for its label. */
  id?: string;
  disabled: boolean;
  /** Undefined when it is taken away. */
  onChange: (file: File | undefined) => void;
}) {
  return (
    <EuiContext i18n={{ mapping: texts() }}>
      <EuiFilePicker
        data-test-subj="exclusions-importFile"
        {...(id !== undefined && { id })}
        fullWidth
        accept=".ndjson,.json"
        disabled={disabled}
        onChange={(files) => onChange(files?.[0])}
      />
    </EuiContext>
  );
}
