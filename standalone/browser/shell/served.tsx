// SPDX-License-Identifier: Apache-2.0
import React, { useState } from 'react';
import {
  EuiDescriptionList,
  EuiHeaderLink,
  EuiPopover,
  EuiPopoverTitle,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { TimeText } from '../../../public/time_text';
import type { HostStatus } from '../../host/host_status';
import type { SeenStatus } from './host_status';

/** Tells what is served: how many events of when, and what "now" is. */
export function Served({ status }: { status: SeenStatus }) {
  const [isOpen, setIsOpen] = useState(false);
  if (status === undefined) {
    return null;
  }
  const title = i18n.translate('recentlyCompiled.host.served.title', {
    defaultMessage: 'What is served',
  });
  const short = status === 'gone' ? goneShort() : inShort(status.events);
  return (
    <EuiPopover
      isOpen={isOpen}
      closePopover={() => setIsOpen(false)}
      anchorPosition="downRight"
      panelProps={{ 'aria-label': title }}
      button={
        <EuiHeaderLink
          data-test-subj="host-served"
          aria-label={`${title}: ${short}`}
          iconType={status === 'gone' ? 'error' : 'storage'}
          aria-haspopup="true"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          <span className="host-wide">{short}</span>
        </EuiHeaderLink>
      }
    >
      <EuiPopoverTitle>{title}</EuiPopoverTitle>
      <div style={{ maxWidth: 320 }} data-test-subj="host-servedDetails">
        {status === 'gone' ? <Gone /> : <Details status={status} />}
      </div>
    </EuiPopover>
  );
}

const goneShort = (): string =>
  i18n.translate('recentlyCompiled.host.served.gone', { defaultMessage: 'No answer' });

const inShort = ({ count }: HostStatus['events']): string =>
  count === null
    ? i18n.translate('recentlyCompiled.host.served.cluster', {
        defaultMessage: 'Elasticsearch',
      })
    : i18n.translate('recentlyCompiled.host.served.events', {
        defaultMessage: '{count, plural, one {# event} other {# events}}',
        values: { count },
      });

function Gone() {
  return (
    <EuiText size="s">
      <p>
        {i18n.translate('recentlyCompiled.host.served.goneWhy', {
          defaultMessage:
            'The program that serves this page does not answer; it was probably ended. Start it again with the same command; alerts and exclusions are kept.',
        })}
      </p>
    </EuiText>
  );
}

function Details({ status: { events, time } }: { status: HostStatus }) {
  return (
    <EuiDescriptionList
      compressed
      listItems={[
        {
          title: i18n.translate('recentlyCompiled.host.served.eventsTitle', {
            defaultMessage: 'Events',
          }),
          description:
            events.count === null
              ? i18n.translate('recentlyCompiled.host.served.inCluster', {
                  defaultMessage: 'They are read in the Elasticsearch cluster.',
                })
              : inShort(events),
        },
        ...(events.from === null
          ? []
          : [
              {
                title: i18n.translate('recentlyCompiled.host.served.first', {
                  defaultMessage: 'First event',
                }),
                description: <TimeText time={events.from} />,
              },
            ]),
        ...(events.to === null
          ? []
          : [
              {
                title: i18n.translate('recentlyCompiled.host.served.last', {
                  defaultMessage: 'Last event',
                }),
                description: <TimeText time={events.to} />,
              },
            ]),
        {
          title: i18n.translate('recentlyCompiled.host.served.time', { defaultMessage: 'Time' }),
          description: time.explanation,
        },
      ]}
    />
  );
}
