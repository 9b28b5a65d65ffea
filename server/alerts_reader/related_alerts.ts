// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { AlertSummary, RelatedAlerts } from '../../common/api';
import type { QueryDsl } from '../../common/exclusions';
import { allOf } from '../search/time_filter';
import { GROUP_ID, isShell, ourAlerts, searchAlerts, type AlertAccess } from './alert_access';
import { readSummaries } from './read_summaries';
import { SEEN, seenTimes, type Seen } from './seen_times';

/** Other alerts of one selection, of the newest no more than their ids. */
export interface UnnamedAlerts extends Omit<RelatedAlerts, 'newest'> {
  readonly newest: readonly string[];
}

export type AlertNames = ReadonlyMap<string, RelatedAlerts['newest'][number]>;

const MOST_IDS = 10;

const findTask = (): string =>
  i18n.translate('recentlyCompiled.task.findRelatedAlerts', {
    defaultMessage: 'Looking for related alerts',
  });

/** Building blocks are searched as well, since shells of Elastic's own executor tell too little. */
export const findRelatedAlerts = async (
  access: AlertAccess,
  { id }: Pick<AlertSummary, 'id'>,
  selection: QueryDsl,
): Promise<UnnamedAlerts> => {
  const { aggregations } = await searchAlerts<
    Seen & {
      groups: { value: number };
      newest: { buckets: { key: string }[] };
    }
  >(access, findTask(), {
    query: {
      bool: {
        filter: [ourAlerts(access.ruleUuids), selection],
        must_not: [{ term: { [GROUP_ID]: id } }],
      },
    },
    size: 0,
    track_total_hits: false,
    aggs: {
      ...SEEN,
      groups: { cardinality: { field: GROUP_ID } },
      newest: {
        terms: { field: GROUP_ID, size: MOST_IDS, order: { last: 'desc' } },
        aggs: { last: SEEN.last },
      },
    },
  });
  return {
    count: aggregations?.groups.value ?? 0,
    ...seenTimes(aggregations),
    newest: (aggregations?.newest.buckets ?? []).map(({ key }) => key),
  };
};

/**
 * What people tell the newest of all selections apart by, read at once, since one alert is often among those of
 * several; without those that are gone by now, and without selections that could not be searched.
 */
export const nameAlerts = async (
  access: AlertAccess,
  selections: readonly Promise<UnnamedAlerts>[],
): Promise<AlertNames> => {
  const found = await Promise.allSettled(selections);
  const ids = new Set(found.flatMap((one) => (one.status === 'fulfilled' ? one.value.newest : [])));
  if (ids.size === 0) {
    return new Map();
  }
  const { alerts } = await readSummaries(access, findTask(), {
    query: allOf(ourAlerts(access.ruleUuids), isShell, { ids: { values: [...ids] } }),
    size: ids.size,
  });
  return new Map(
    alerts.map(({ id, processName, hostName, detectedAt }) => [
      id,
      { id, processName, hostName, detectedAt },
    ]),
  );
};

export const withNames = async (
  selection: Promise<UnnamedAlerts>,
  names: Promise<AlertNames>,
): Promise<RelatedAlerts> => {
  const { newest, ...found } = await selection;
  const known = await names;
  return { ...found, newest: newest.flatMap((id) => known.get(id) ?? []) };
};
