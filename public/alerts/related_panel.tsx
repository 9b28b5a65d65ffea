// SPDX-License-Identifier: Apache-2.0
import React from 'react';
import { EuiBadge, EuiFlexGroup, EuiFlexItem, EuiLink, EuiText, EuiTitle } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { Related, RelatedAlerts, RelatedEvents, RelatedPart } from '../../common/api';
import { PAGE_PATHS } from '../names';
import { alertName } from './alert_name';
import { useAppLink } from './app_link';
import { Panel } from './panel';
import { isFirstTime, LEADS_TO_SEQUENCE } from './first_time';
import { Problems } from './problems';
import { TimeText } from '../time_text';

const TITLES: Readonly<Record<keyof Related, () => string>> = {
  binary: () =>
    i18n.translate('recentlyCompiled.alerts.related.binary', { defaultMessage: 'Same binary' }),
  destination: () =>
    i18n.translate('recentlyCompiled.alerts.related.destination', {
      defaultMessage: 'Same destination',
    }),
  hostUser: () =>
    i18n.translate('recentlyCompiled.alerts.related.hostUser', {
      defaultMessage: 'Same user on the same host',
    }),
};

const PARTS = ['binary', 'destination', 'hostUser'] as const;

/** What else the binary, the destination and the user on the host did, and whether they are new. */
export function RelatedPanel({
  related,
  startedAt,
}: {
  related: Related;
  startedAt: string | null;
}) {
  return (
    <Panel
      subject="related"
      title={i18n.translate('recentlyCompiled.alerts.related.title', { defaultMessage: 'Related' })}
    >
      <EuiFlexGroup>
        {PARTS.map((part) => (
          <EuiFlexItem key={part} data-test-subj={`related-${part}`}>
            <EuiTitle size="xs">
              <h3>{TITLES[part]()}</h3>
            </EuiTitle>
            <EuiText size="s">
              <Part part={related[part]} first={firstTimeOf(part, related[part], startedAt)} />
            </EuiText>
          </EuiFlexItem>
        ))}
      </EuiFlexGroup>
    </Panel>
  );
}

const firstTimeOf = (
  name: keyof Related,
  part: RelatedPart | null,
  startedAt: string | null,
): boolean | undefined =>
  part === null
    ? undefined
    : isFirstTime(part, startedAt, name === 'hostUser' ? LEADS_TO_SEQUENCE : 0);

function Part({ part, first }: { part: RelatedPart | null; first: boolean | undefined }) {
  if (part === null) {
    return (
      <p>
        {i18n.translate('recentlyCompiled.alerts.related.unknown', {
          defaultMessage: 'The alert does not tell enough to look for it.',
        })}
      </p>
    );
  }
  const { alerts, events, problems } = part;
  return (
    <>
      {first !== undefined && (
        <p>
          <EuiBadge color={first ? 'warning' : 'hollow'}>
            {first
              ? i18n.translate('recentlyCompiled.alerts.related.firstTime', {
                  defaultMessage: 'First time in the days searched',
                })
              : i18n.translate('recentlyCompiled.alerts.related.seenBefore', {
                  defaultMessage: 'Seen before',
                })}
          </EuiBadge>
        </p>
      )}
      {alerts && <OtherAlerts alerts={alerts} />}
      {events && <Events events={events} />}
      <Problems problems={problems} />
    </>
  );
}

function OtherAlerts({ alerts: { count, newest } }: { alerts: RelatedAlerts }) {
  const linkTo = useAppLink();
  return (
    <>
      <p>
        {i18n.translate('recentlyCompiled.alerts.related.alerts', {
          defaultMessage:
            '{count, plural, =0 {No other alert} one {# other alert} other {# other alerts}}',
          values: { count },
        })}
      </p>
      {newest.length > 0 && (
        <ul>
          {newest.map((alert) => (
            <li key={alert.id}>
              <EuiLink
                {...linkTo(`${PAGE_PATHS.alerts}/${encodeURIComponent(alert.id)}`)}
                data-test-subj="relatedAlert"
              >
                {alertName(alert)}
              </EuiLink>
            </li>
          ))}
        </ul>
      )}
      {count > newest.length && (
        <p>
          {i18n.translate('recentlyCompiled.alerts.related.onlyNewest', {
            defaultMessage: 'These are the newest of them.',
          })}
        </p>
      )}
    </>
  );
}

function Events({ events }: { events: RelatedEvents }) {
  const { count, isLowerBound, hosts, firstSeen, lastSeen, from, to } = events;
  return (
    <>
      <p>
        {i18n.translate('recentlyCompiled.alerts.related.events', {
          defaultMessage:
            '{atLeast, select, true {At least } other {}}{count, plural, one {# event} other {# events}} on {hosts, plural, one {# host} other {# hosts}}',
          values: { count, hosts, atLeast: String(isLowerBound) },
        })}
      </p>
      {firstSeen !== null && lastSeen !== null && (
        <p>
          {i18n.translate('recentlyCompiled.alerts.related.first', { defaultMessage: 'First:' })}{' '}
          <TimeText time={firstSeen} />
          <br />
          {i18n.translate('recentlyCompiled.alerts.related.last', { defaultMessage: 'Last:' })}{' '}
          <TimeText time={lastSeen} />
        </p>
      )}
      <p>
        {i18n.translate('recentlyCompiled.alerts.related.range', {
          defaultMessage: 'Events were searched between these times:',
        })}{' '}
        <TimeText time={from} /> – <TimeText time={to} />
      </p>
    </>
  );
}
