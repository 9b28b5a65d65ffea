// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiBasicTable, EuiCallOut, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { PreviewResponse } from '../../common/api';
import { TimeText } from '../time_text';

type Facts = PreviewResponse['sequences']['list'][number]['facts'];
type Row = Facts & { readonly key: string; readonly status: string | undefined };

/** How many alerts and sequences an exclusion hides, which ones, and what is to be feared of it. */
export function PreviewResult({ preview }: { preview: PreviewResponse }) {
  const { alerts, sequences, warnings } = preview;
  return (
    <>
      {warnings.map(({ message, remedy }) => (
        <React.Fragment key={message}>
          <EuiCallOut
            data-test-subj="exclusions-previewWarning"
            size="s"
            color="warning"
            iconType="warning"
            title={message}
          >
            <p>{remedy}.</p>
          </EuiCallOut>
          <EuiSpacer size="s" />
        </React.Fragment>
      ))}
      <EuiText size="s">
        <p data-test-subj="exclusions-hiddenAlerts">
          {i18n.translate('recentlyCompiled.exclusions.preview.alerts', {
            defaultMessage:
              'It hides {hidden} of {examined, plural, one {# alert} other {# alerts}}.',
            values: { hidden: alerts.hidden, examined: alerts.examined },
          })}{' '}
          {!alerts.isComplete && thereAreMore()}
        </p>
      </EuiText>
      {alerts.list.length > 0 && (
        <Hidden
          caption={i18n.translate('recentlyCompiled.exclusions.preview.alertsCaption', {
            defaultMessage: 'Alerts that it hides',
          })}
          total={alerts.hidden}
          rows={alerts.list.map((alert) => ({ ...alert, key: alert.id }))}
        />
      )}
      <EuiSpacer size="s" />
      <EuiText size="s">
        <p data-test-subj="exclusions-hiddenSequences">
          {i18n.translate('recentlyCompiled.exclusions.preview.sequences', {
            defaultMessage:
              'It hides {hidden} of {examined, plural, one {# sequence} other {# sequences}} in the events.',
            values: { hidden: sequences.hidden, examined: sequences.examined },
          })}{' '}
          {!sequences.isComplete && thereAreMore()}
        </p>
      </EuiText>
      {sequences.list.length > 0 && (
        <Hidden
          caption={i18n.translate('recentlyCompiled.exclusions.preview.sequencesCaption', {
            defaultMessage: 'Sequences that it hides',
          })}
          total={sequences.hidden}
          rows={sequences.list.map(({ events, facts }) => ({
            ...facts,
            key: events.map(({ id }) => id).join(' '),
            status: undefined,
          }))}
        />
      )}
    </>
  );
}

const thereAreMore = () =>
  i18n.translate('recentlyCompiled.exclusions.preview.more', {
    defaultMessage: 'There are more in this time than were examined.',
  });

function Hidden({
  caption,
  total,
  rows,
}: {
  caption: string;
  total: number;
  rows: readonly Row[];
}) {
  const hasStatus = rows.some(({ status }) => status !== undefined);
  return (
    <>
      <EuiBasicTable<Row>
        data-test-subj="exclusions-hidden"
        tableCaption={caption}
        compressed
        items={[...rows]}
        itemId="key"
        columns={[
          {
            name: i18n.translate('recentlyCompiled.exclusions.preview.started', {
              defaultMessage: 'Began',
            }),
            render: ({ startedAt }: Row) =>
              startedAt === null ? '' : <TimeText time={startedAt} />,
          },
          {
            name: i18n.translate('recentlyCompiled.exclusions.preview.host', {
              defaultMessage: 'Host',
            }),
            render: ({ hostName, hostId }: Row) => hostName ?? hostId ?? '',
          },
          {
            name: i18n.translate('recentlyCompiled.exclusions.preview.binary', {
              defaultMessage: 'Binary',
            }),
            render: ({ binaryPath, processName }: Row) => binaryPath ?? processName ?? '',
          },
          {
            name: i18n.translate('recentlyCompiled.exclusions.preview.destination', {
              defaultMessage: 'Destination',
            }),
            render: ({ destinationIp, destinationPort }: Row) =>
              [destinationIp, destinationPort].filter((part) => part !== null).join(' : '),
          },
          ...(hasStatus
            ? [
                {
                  name: i18n.translate('recentlyCompiled.exclusions.preview.status', {
                    defaultMessage: 'Status',
                  }),
                  render: ({ status }: Row) => status ?? '',
                },
              ]
            : []),
        ]}
      />
      {total > rows.length && (
        <EuiText size="xs" color="subdued">
          <p>
            {i18n.translate('recentlyCompiled.exclusions.preview.shown', {
              defaultMessage: 'The first {shown} of {total}',
              values: { shown: rows.length, total },
            })}
          </p>
        </EuiText>
      )}
    </>
  );
}
