// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { STAGES } from '../../common/api';
import { stageEvents } from '../../common/rule';
import { askAsUser } from '../elasticsearch/ask_as_user';
import { withinRange } from '../search/time_filter';
import type { Check, CheckOutcome } from './check';
import { getEvents, type EventOrigin } from './event_origin';

/** In milliseconds. */
const RECENT = 15 * 60_000;

type Counts = Readonly<Record<(typeof STAGES)[number], number>>;

/** How many events of the last 15 minutes each stage of the rule could use. */
export const recentEvents: Check = {
  id: 'recent_events',
  title: () =>
    i18n.translate('recentlyCompiled.checks.recentEvents.title', {
      defaultMessage: 'Events of the last 15 minutes for each stage',
    }),
  run: async ({ access, params, now, origin }) => {
    const { aggregations } = await askAsUser(
      access,
      {
        task: i18n.translate('recentlyCompiled.task.countEvents', {
          defaultMessage: 'Counting events',
        }),
        indices: params.indexPatterns,
        privileges: ['read'],
      },
      (client, options) =>
        client.search<
          unknown,
          { stages: { buckets: Record<keyof Counts, { doc_count: number }> } }
        >(
          {
            index: [...params.indexPatterns],
            query: withinRange('@timestamp', { from: now - RECENT, to: now }),
            size: 0,
            track_total_hits: false,
            aggs: { stages: { filters: { filters: { ...stageEvents(params) } } } },
          },
          options,
        ),
    );
    const buckets = aggregations?.stages.buckets;
    const counts = Object.fromEntries(
      STAGES.map((stage) => [stage, buckets?.[stage].doc_count ?? 0]),
    ) as Counts;
    return { ...verdict(counts, origin), details: counts };
  },
};

/** Hosts on which nobody compiles are healthy; hosts on which nothing starts or connects are not seen. */
const verdict = (counts: Counts, origin: EventOrigin): CheckOutcome => {
  const { compile, link, execute, connect } = counts;
  if (compile + link + execute + connect === 0) {
    return {
      status: 'error',
      message: i18n.translate('recentlyCompiled.checks.recentEvents.none', {
        defaultMessage:
          '{origin, select, recording {In the last 15 minutes of the recording} other {In the last 15 minutes}} no event came that any stage of the rule could use',
        values: { origin },
      }),
      remedy:
        origin === 'agents'
          ? i18n.translate('recentlyCompiled.checks.recentEvents.noneRemedy', {
              defaultMessage:
                'Check that Elastic Defend runs on a Linux host, that its clock is right and that its agent can reach Elasticsearch',
            })
          : getEvents(origin),
    };
  }
  const lack = lacking(counts);
  return lack === undefined
    ? {
        status: 'ok',
        message: i18n.translate('recentlyCompiled.checks.recentEvents.ok', {
          defaultMessage:
            '{origin, select, recording {In the last 15 minutes of the recording} other {In the last 15 minutes}}: {compile, number} for compile, {link, number} for link, {execute, number} for execute, {connect, number} for connect',
          values: { origin, compile, link, execute, connect },
        }),
      }
    : {
        status: 'warning',
        message: lack,
        remedy:
          compile > 0 && link === 0
            ? i18n.translate('recentlyCompiled.checks.recentEvents.linkRemedy', {
                defaultMessage:
                  'Check that file events of Linux are collected, and the names of linkers in the parameters of the rule: newer sensors report ld as ld.bfd, for instance',
              })
            : getEvents(origin),
      };
};

/** What is missing although something came; undefined where nothing is. What compiles is started, too. */
const lacking = ({ compile, link, execute, connect }: Counts): string | undefined => {
  const noLink = compile > 0 && link === 0;
  if (execute === 0) {
    return connect === 0
      ? i18n.translate('recentlyCompiled.checks.recentEvents.noStartNoConnection', {
          defaultMessage:
            'As far as the events of the last 15 minutes tell, no process was started and no connection was attempted',
        })
      : i18n.translate('recentlyCompiled.checks.recentEvents.noStart', {
          defaultMessage:
            'As far as the events of the last 15 minutes tell, no process was started',
        });
  }
  if (connect === 0) {
    return noLink
      ? i18n.translate('recentlyCompiled.checks.recentEvents.noConnectionNoLink', {
          defaultMessage:
            'As far as the events of the last 15 minutes tell, no connection was attempted, and programs were compiled but no linker wrote a file',
        })
      : i18n.translate('recentlyCompiled.checks.recentEvents.noConnection', {
          defaultMessage:
            'As far as the events of the last 15 minutes tell, no connection was attempted',
        });
  }
  return noLink
    ? i18n.translate('recentlyCompiled.checks.recentEvents.noLink', {
        defaultMessage:
          'As far as the events of the last 15 minutes tell, programs were compiled but no linker wrote a file',
      })
    : undefined;
};
