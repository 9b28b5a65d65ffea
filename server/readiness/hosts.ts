// SPDX-License-Identifier: Apache-2.0
import { askAsUser } from '../elasticsearch/ask_as_user';
import { withinRange } from '../search/time_filter';
import type { Check } from './check';
import { ON_LINUX } from './stage_filters';

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
  title: 'Linux hosts that send events',
  run: async ({ access, params, now }) => {
    const lastMinutes = withinRange('@timestamp', { from: now - RECENT, to: now });
    const { aggregations } = await askAsUser(
      access,
      { task: 'Counting hosts', indices: params.indexPatterns, privileges: ['read'] },
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
    if (recent === 0) {
      return {
        status: 'error',
        message: 'No Linux host has sent an event in the last 15 minutes',
        remedy: 'Install Elastic Defend on a Linux host, or check the agents in Fleet',
        details,
      };
    }
    return recent < day
      ? {
          status: 'warning',
          message: `${recent} of the ${day} Linux hosts that sent events within a day did so in the last 15 minutes`,
          remedy: 'Check in Fleet whether the others are switched off or their agents have failed',
          details,
        }
      : { status: 'ok', message: `${recent} Linux hosts send events`, details };
  },
};
