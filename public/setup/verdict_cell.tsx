// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiBadge, EuiText } from '@elastic/eui';
import type { CoverageVerdict } from '../../common/api';
import { reasonWords, verdictWord } from './host_words';

const COLORS = { yes: 'success', no: 'danger', unknown: 'hollow' } as const;

/** Whether a detection can match on a host, and why not. */
export function VerdictCell({ verdict: { canMatch, reasons } }: { verdict: CoverageVerdict }) {
  return (
    <div>
      <EuiBadge color={COLORS[canMatch]}>{verdictWord(canMatch)}</EuiBadge>
      {reasons.length > 0 && (
        <EuiText size="xs">
          {reasons.map((reason) => (
            <div key={reason} data-test-subj={`reason-${reason}`}>
              {reasonWords(reason)}
            </div>
          ))}
        </EuiText>
      )}
    </div>
  );
}
