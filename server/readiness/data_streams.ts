// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { ON_LINUX } from '../../common/rule';
import { askAsUser } from '../elasticsearch/ask_as_user';
import { CATEGORIES, categoryName } from '../rule_type/executor/missing_data';
import { streamOf } from '../search/index_patterns';
import type { Check, CheckContext } from './check';
import { getEvents } from './event_origin';

/** Whether there are events of each kind that the rule joins, however old. */
export const dataStreams: Check = {
  id: 'data_streams',
  title: () =>
    i18n.translate('recentlyCompiled.checks.dataStreams.title', {
      defaultMessage: 'Data streams for process, file and network events',
    }),
  run: async (context) => {
    const found = await Promise.all(
      CATEGORIES.map(async (category) => [category, await streamWith(context, category)] as const),
    );
    const missing = found.filter(([, stream]) => stream === undefined).map(([name]) => name);
    const details = Object.fromEntries(found.map(([name, stream]) => [name, stream ?? null]));
    return missing.length === 0
      ? {
          status: 'ok',
          message: i18n.translate('recentlyCompiled.checks.dataStreams.ok', {
            defaultMessage: 'There are process, file and network events of Linux hosts',
          }),
          details,
        }
      : {
          status: 'error',
          message: i18n.translate('recentlyCompiled.checks.dataStreams.missing', {
            defaultMessage: 'There are no {categories} events of Linux hosts in [{patterns}]',
            values: {
              categories: missing.map(categoryName).join(', '),
              patterns: context.params.indexPatterns.join(', '),
            },
          }),
          remedy: getEvents(context.origin),
          details,
        };
  },
};

const streamWith = async (
  { access, params }: CheckContext,
  category: string,
): Promise<string | undefined> => {
  const { hits } = await askAsUser(
    access,
    {
      task: i18n.translate('recentlyCompiled.task.findEvents', {
        defaultMessage: 'Looking for events',
      }),
      indices: params.indexPatterns,
      privileges: ['read'],
    },
    (client, options) =>
      client.search(
        {
          index: [...params.indexPatterns],
          query: { bool: { filter: [ON_LINUX, { term: { 'event.category': category } }] } },
          size: 1,
          terminate_after: 1,
          track_total_hits: false,
          _source: false,
        },
        options,
      ),
  );
  const [hit] = hits.hits;
  return hit && streamOf(hit._index);
};
