// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import {
  alertSeveritySchema,
  MAX_TOP_HOSTS,
  type AlertSeries,
  type AlertsOverTimeQuery,
  type AlertsOverTimeResponse,
} from '../../common/api';
import { durationMs } from '../../common/rule';
import { allOf } from '../search/time_filter';
import { isShell, ourAlerts, searchAlerts, type AlertAccess } from './alert_access';
import { columnWidth } from './column_width';
import { listFilter } from './list_filter';

/** How many alerts there were, column by column of time: by severity, and for the hosts that have the most. */
export const alertsOverTime = async (
  access: AlertAccess,
  { last, columns }: AlertsOverTimeQuery,
  now: number,
): Promise<AlertsOverTimeResponse> => {
  const length = durationMs(last) ?? 0;
  const columnMs = columnWidth(length, columns);
  const from = new Date(now - length).toISOString();
  const to = new Date(now).toISOString();
  const aggs = {
    columns: { date_histogram: { field: '@timestamp', fixed_interval: `${columnMs}ms` } },
  };
  const { total, aggregations } = await searchAlerts<Aggregations>(
    access,
    i18n.translate('recentlyCompiled.task.countAlerts', {
      defaultMessage: 'Counting alerts over time',
    }),
    {
      query: allOf(
        ourAlerts(access.ruleUuids),
        isShell,
        // A run that is under way writes alerts after this moment, by the clock of its own.
        listFilter({ status: [], severity: [], host: [], user: [], from }),
      ),
      size: 0,
      track_total_hits: true,
      aggs: {
        severities: { terms: { field: 'kibana.alert.severity', size: MOST_SEVERITIES }, aggs },
        hosts: { terms: { field: 'host.name', size: MAX_TOP_HOSTS }, aggs },
      },
    },
  );
  const buckets = aggregations?.severities.buckets ?? [];
  const newest = Math.max(
    now,
    ...buckets.flatMap((bucket) => bucket.columns.buckets.map(({ key }) => key)),
  );
  const starts = startsOf(now - length, newest, columnMs);
  const series = (found: readonly Bucket[] = []): AlertSeries[] =>
    found.map((bucket) => seriesOf(bucket, starts));
  const hosts = series(aggregations?.hosts.buckets);
  return {
    from,
    to,
    columnMs,
    columns: starts.map((start) => new Date(start).toISOString()),
    total,
    severities: series(buckets).sort((a, b) => rankOf(b.name) - rankOf(a.name)),
    hosts,
    onOtherHosts: Math.max(0, total - hosts.reduce((sum, host) => sum + host.total, 0)),
  };
};

/** Security knows four, but nothing keeps others from the index. */
const MOST_SEVERITIES = 10;

const rankOf = (severity: string): number =>
  alertSeveritySchema.options.findIndex((known) => known === severity);

interface Bucket {
  readonly key: string;
  readonly doc_count: number;
  readonly columns: {
    readonly buckets: readonly { readonly key: number; readonly doc_count: number }[];
  };
}

interface Aggregations {
  readonly severities: { readonly buckets: readonly Bucket[] };
  readonly hosts: { readonly buckets: readonly Bucket[] };
}

/** Elasticsearch lets columns begin at multiples of their width since 1970. */
const startsOf = (from: number, newest: number, width: number): number[] => {
  const first = Math.floor(from / width) * width;
  const count = Math.floor((newest - first) / width) + 1;
  return Array.from({ length: count }, (_, i) => first + i * width);
};

const seriesOf = ({ key, doc_count: total, columns }: Bucket, starts: readonly number[]) => {
  const counts = new Map(columns.buckets.map((bucket) => [bucket.key, bucket.doc_count]));
  return { name: key, total, counts: starts.map((start) => counts.get(start) ?? 0) };
};
