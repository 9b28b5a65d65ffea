// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { ON_LINUX } from '../../common/rule';
import { askAsUser } from '../elasticsearch/ask_as_user';
import { withinRange } from '../search/time_filter';
import type { Check, CheckOutcome } from './check';
import { getEvents, type EventOrigin } from './event_origin';

/** In milliseconds. */
const RECENT = 15 * 60_000;
const DAY = 86_400_000;

const MOST_NAMES = 20;

interface Hosts {
  readonly count: { readonly value: number };
  readonly names: { readonly buckets: readonly { readonly key: string }[] };
}

/** Which Linux hosts send events now, and which did within a day. */
export const hosts: Check = {
  id: 'hosts',
  title: () =>
    i18n.translate('recentlyCompiled.checks.hosts.title', {
      defaultMessage: 'Linux hosts that send events',
    }),
  run: async ({ access, params, now, origin }) => {
    const lastMinutes = withinRange('@timestamp', { from: now - RECENT, to: now });
    const { aggregations } = await askAsUser(
      access,
      {
        task: i18n.translate('recentlyCompiled.task.countHosts', {
          defaultMessage: 'Counting hosts',
        }),
        indices: params.indexPatterns,
        privileges: ['read'],
      },
      (client, options) =>
        client.search<unknown, { day: { value: number }; recent: Hosts }>(
          {
            index: [...params.indexPatterns],
            query: {
              bool: { filter: [ON_LINUX, withinRange('@timestamp', { from: now - DAY, to: now })] },
            },
            size: 0,
            track_total_hits: false,
            aggs: {
              day: { cardinality: { field: 'host.id' } },
              recent: {
                filter: lastMinutes,
                aggs: {
                  count: { cardinality: { field: 'host.id' } },
                  names: { terms: { field: 'host.name', size: MOST_NAMES } },
                },
              },
            },
          },
          options,
        ),
    );
    const recent = aggregations?.recent.count.value ?? 0;
    const day = aggregations?.day.value ?? 0;
    const names = (aggregations?.recent.names.buckets ?? []).map(({ key }) => key);
    const details = { last15Minutes: recent, lastDay: day, names };
    return { ...verdict(recent, day, origin), details };
  },
};

const verdict = (recent: number, day: number, origin: EventOrigin): CheckOutcome => {
  if (origin === 'recording') {
    // Nothing can be done about hosts that fell silent before the recording ended.
    return day > 0
      ? {
          status: 'ok',
          message: i18n.translate('recentlyCompiled.checks.hosts.recorded', {
            defaultMessage:
              '{day, plural, one {# Linux host has} other {# Linux hosts have}} events in the last day of the recording',
            values: { day },
          }),
        }
      : {
          status: 'error',
          message: i18n.translate('recentlyCompiled.checks.hosts.noneRecorded', {
            defaultMessage: 'No Linux host has events in the last day of the recording',
          }),
          remedy: getEvents(origin),
        };
  }
  if (recent === 0) {
    return {
      status: 'error',
      message: i18n.translate('recentlyCompiled.checks.hosts.none', {
        defaultMessage: 'No Linux host has sent an event in the last 15 minutes',
      }),
      remedy:
        origin === 'agents'
          ? i18n.translate('recentlyCompiled.checks.hosts.noneRemedy', {
              defaultMessage:
                'Install Elastic Defend on a Linux host, or check the agents in Fleet',
            })
          : getEvents(origin),
    };
  }
  return recent < day
    ? {
        status: 'warning',
        message: i18n.translate('recentlyCompiled.checks.hosts.silent', {
          defaultMessage:
            '{recent, number} of the {day, number} Linux hosts that sent events within a day did so in the last 15 minutes',
          values: { recent, day },
        }),
        remedy:
          origin === 'agents'
            ? i18n.translate('recentlyCompiled.checks.hosts.silentRemedy', {
                defaultMessage:
                  'Check in Fleet whether the others are switched off or their agents have failed',
              })
            : i18n.translate('recentlyCompiled.checks.hosts.silentElsewhereRemedy', {
                defaultMessage:
                  'Check whether the others are switched off or have stopped to send events',
              }),
      }
    : {
        status: 'ok',
        message: i18n.translate('recentlyCompiled.checks.hosts.ok', {
          defaultMessage:
            '{recent, plural, one {# Linux host sends} other {# Linux hosts send}} events',
          values: { recent },
        }),
      };
};
