// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiBasicTable, EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { sentence } from '../sentence';
import type { BadLine, ReadFile } from './import_items';

/** What a file holds, before anything of it is written: each bad line with its number and the reason. */
export function ImportReport({ file: { drafts, alreadyThere, badLines } }: { file: ReadFile }) {
  const isEmpty = drafts.length + alreadyThere.length + badLines.length === 0;
  return (
    <div data-test-subj="exclusions-importReport" aria-live="polite">
      <EuiText size="s">
        <p>
          {isEmpty
            ? i18n.translate('recentlyCompiled.exclusions.import.empty', {
                defaultMessage: 'There is no exception item in this file.',
              })
            : i18n.translate('recentlyCompiled.exclusions.import.found', {
                defaultMessage:
                  '{good} can be imported, {there} are there already, {bad} can not be imported.',
                values: {
                  good: drafts.length,
                  there: alreadyThere.length,
                  bad: badLines.length,
                },
              })}
        </p>
      </EuiText>
      {badLines.length > 0 && (
        <>
          <EuiSpacer size="s" />
          <EuiCallOut
            size="s"
            color="danger"
            iconType="error"
            title={i18n.translate('recentlyCompiled.exclusions.import.badTitle', {
              defaultMessage:
                '{bad, plural, one {# line is} other {# lines are}} left out if you import now',
              values: { bad: badLines.length },
            })}
          />
          <EuiBasicTable<BadLine>
            data-test-subj="exclusions-badLines"
            tableCaption={i18n.translate('recentlyCompiled.exclusions.import.badCaption', {
              defaultMessage: 'Lines that can not be imported',
            })}
            compressed
            items={[...badLines]}
            columns={[
              {
                field: 'line',
                width: '64px',
                name: i18n.translate('recentlyCompiled.exclusions.import.line', {
                  defaultMessage: 'Line',
                }),
              },
              {
                name: i18n.translate('recentlyCompiled.exclusions.column.name', {
                  defaultMessage: 'Name',
                }),
                render: ({ name }: BadLine) => name ?? '',
              },
              {
                name: i18n.translate('recentlyCompiled.exclusions.import.reason', {
                  defaultMessage: 'Reason',
                }),
                render: ({ message, remedy }: BadLine) =>
                  `${sentence(message)} ${sentence(remedy)}`,
              },
            ]}
          />
        </>
      )}
      {alreadyThere.length > 0 && (
        <>
          <EuiSpacer size="s" />
          <EuiText size="s" color="subdued">
            <p>
              {i18n.translate('recentlyCompiled.exclusions.import.there', {
                defaultMessage: 'There already: {names}',
                values: {
                  names: alreadyThere.map(({ line, name }) => `${name} (${line})`).join(', '),
                },
              })}
            </p>
          </EuiText>
        </>
      )}
    </div>
  );
}
