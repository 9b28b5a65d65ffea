// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiBadge, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ExclusionDraft } from '../../common/api';
import type { ExclusionEntry } from '../../common/exclusions';
import { plainWords } from '../../common/exclusions/plain_words';
import { allText } from '../shown_text';
import { explainScope } from './explain_scope';

/** What the conditions hide, as a sentence, and where they are looked for. Changes while people write. */
export function ScopePanel({
  entries,
  osTypes,
}: {
  entries: readonly ExclusionEntry[];
  osTypes: ExclusionDraft['osTypes'];
}) {
  if (entries.length === 0) {
    return (
      <EuiText data-test-subj="exclusions-noWords" size="s" color="subdued">
        <p>
          {i18n.translate('recentlyCompiled.exclusions.scope.nothing', {
            defaultMessage: 'It hides nothing yet, since no condition is complete.',
          })}
        </p>
      </EuiText>
    );
  }
  const { title, why, scope } = explainScope(entries);
  return (
    <EuiText size="s" className="eui-textBreakWord" aria-live="polite">
      <p data-test-subj="exclusions-words">
        <strong>{allText(plainWords({ entries: [...entries], os_types: [...osTypes] }))}</strong>
      </p>
      <p data-test-subj={`exclusions-scope-${scope}`}>
        <EuiBadge color="hollow">{title}</EuiBadge> {why}
      </p>
    </EuiText>
  );
}
