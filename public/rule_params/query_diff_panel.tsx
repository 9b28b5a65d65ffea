// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiText, useEuiTheme } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { DiffPart } from './diff';
import type { QueryLine } from './query_diff';

const MARKS = { same: ' ', removed: '-', added: '+' } as const;

/** The lines of the query, those that change marked by sign, colour and words for screen readers. */
export function QueryDiffPanel({ lines }: { lines: readonly QueryLine[] }) {
  const { euiTheme } = useEuiTheme();
  const { colors, size, font, border } = euiTheme;
  const background: Record<DiffPart['kind'], string> = {
    same: 'transparent',
    removed: `${colors.danger}22`,
    added: `${colors.success}22`,
  };
  const strong: Record<'removed' | 'added', string> = {
    removed: `${colors.danger}44`,
    added: `${colors.success}44`,
  };
  return (
    <EuiText size="s">
      <ol
        data-test-subj="queryDiff"
        translate="no"
        style={{
          listStyle: 'none',
          margin: 0,
          border: border.thin,
          borderRadius: border.radius.medium,
          fontFamily: font.familyCode,
          overflow: 'hidden',
        }}
      >
        {lines.map(({ kind, parts }, index) => (
          <li
            key={index}
            data-test-subj={`queryDiff-${kind}`}
            style={{
              margin: 0,
              padding: `${size.xxs} ${size.s}`,
              background: background[kind],
              whiteSpace: 'pre-wrap',
              overflowWrap: 'anywhere',
            }}
          >
            {kind !== 'same' && <span className="euiScreenReaderOnly">{kindWord(kind)}</span>}
            <span aria-hidden>{`${MARKS[kind]} `}</span>
            {parts.map(({ kind: partKind, text }, part) => (
              <span
                key={part}
                style={{
                  // A line that is new or gone as a whole stands out already.
                  ...(parts.length > 1 &&
                    partKind !== 'same' && { background: strong[partKind], fontWeight: 700 }),
                }}
              >
                {text}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </EuiText>
  );
}

const kindWord = (kind: 'removed' | 'added'): string =>
  kind === 'removed'
    ? i18n.translate('recentlyCompiled.params.diff.removed', { defaultMessage: 'Taken out:' })
    : i18n.translate('recentlyCompiled.params.diff.added', { defaultMessage: 'Put in:' });
