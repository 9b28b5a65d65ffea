// SPDX-License-Identifier: Apache-2.0
import { STAGES } from '../../common/api';
import { askAsUser } from '../elasticsearch/ask_as_user';
import { withinRange } from '../search/time_filter';
import type { Check, CheckOutcome } from './check';
import { stageFilters } from './stage_filters';

/** In milliseconds. */
const RECENT = 15 * 60_000;

type Counts = Readonly<Record<(typeof STAGES)[number], number>>;

/** How many events of the last 15 minutes each stage of the rule could use. */
export const recentEvents: Check = {
  id: 'recent_events',
  title: 'Events of the last 15 minutes for each stage',
  run: async ({ access, params, now }) => {
    const { aggregations } = await askAsUser(
      access,
      { task: 'Counting events', indices: params.indexPatterns, privileges: ['read'] },
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
            aggs: { stages: { filters: { filters: { ...stageFilters(params) } } } },
          },
          options,
        ),
    );
    const buckets = aggregations?.stages.buckets;
    const counts = Object.fromEntries(
      STAGES.map((stage) => [stage, buckets?.[stage].doc_count ?? 0]),
    ) as Counts;
    return { ...verdict(counts), details: counts };
  },
};

/** Hosts on which nobody compiles are healthy; hosts on which nothing starts or connects are not seen. */
const verdict = ({ compile, link, execute, connect }: Counts): CheckOutcome => {
  if (compile + link + execute + connect === 0) {
    return {
      status: 'error',
      message: 'In the last 15 minutes no event came that any stage of the rule could use',
      remedy:
        'Check that Elastic Defend runs on a Linux host, that its clock is right and that its agent can reach Elasticsearch',
    };
  }
  const lacking = [
    ...(execute === 0 ? ['no process was started'] : []),
    ...(connect === 0 ? ['no connection was attempted'] : []),
    ...(compile > 0 && link === 0 ? ['programs were compiled but no linker wrote a file'] : []),
  ];
  return lacking.length === 0
    ? {
        status: 'ok',
        message: `In the last 15 minutes: ${inWords({ compile, link, execute, connect })}`,
      }
    : {
        status: 'warning',
        message: `In the last 15 minutes ${lacking.join(', and ')}, as far as events tell`,
        remedy:
          'Turn on process, file and network events for Linux in the policy of Elastic Defend, and check the names of compilers and linkers in the parameters of the rule',
      };
};

const inWords = (counts: Counts): string =>
  STAGES.map((stage) => `${counts[stage]} for ${stage}`).join(', ');
