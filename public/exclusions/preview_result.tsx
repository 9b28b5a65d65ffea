// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiBasicTable, EuiCallOut, EuiLink, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { addressText } from '../../common/ecs';
import type { PreviewResponse } from '../../common/api';
import { useAppLink } from '../alerts/app_link';
import { statusWord } from '../alerts/words';
import { PAGE_PATHS } from '../names';
import { sentence } from '../sentence';
import { shownText } from '../shown_text';
import { TimeText } from '../time_text';

type Facts = PreviewResponse['sequences']['list'][number]['facts'];
interface Row extends Facts {
  readonly key: string;
  /** Undefined for a sequence. */
  readonly alertId: string | undefined;
  readonly status: string | undefined;
}

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
            <p>{sentence(remedy)}</p>
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
          rows={alerts.list.map((alert) => ({ ...alert, key: alert.id, alertId: alert.id }))}
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
            alertId: undefined,
            status: undefined,
          }))}
        />
      )}
    </>
  );
}

/** Leads to the alert in a tab of its own, so that what is written here stays. */
function Binary({ name, alertId }: { name: string; alertId: string | undefined }) {
  const linkTo = useAppLink();
  const { text } = shownText(name);
  return alertId === undefined ? (
    <>{text}</>
  ) : (
    <EuiLink
      href={linkTo(`${PAGE_PATHS.alerts}/${encodeURIComponent(alertId)}`).href}
      target="_blank"
    >
      {text}
    </EuiLink>
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
            render: ({ hostName, hostId }: Row) => shownText(hostName ?? hostId ?? '').text,
          },
          {
            name: i18n.translate('recentlyCompiled.exclusions.preview.binary', {
              defaultMessage: 'Binary',
            }),
            className: 'eui-textBreakWord',
            render: ({ binaryPath, processName, alertId }: Row) => (
              <Binary name={binaryPath ?? processName ?? ''} alertId={alertId} />
            ),
          },
          {
            name: i18n.translate('recentlyCompiled.exclusions.preview.destination', {
              defaultMessage: 'Destination',
            }),
            render: ({ destinationIp, destinationPort }: Row) =>
              addressText(destinationIp ?? undefined, destinationPort ?? undefined) ?? '',
          },
          ...(hasStatus
            ? [
                {
                  name: i18n.translate('recentlyCompiled.exclusions.preview.status', {
                    defaultMessage: 'Status',
                  }),
                  render: ({ status }: Row) => (status === undefined ? '' : statusWord(status)),
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
