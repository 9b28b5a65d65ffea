// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { MAX_ALERT_WINDOW, type AlertsQuery, type AlertsResponse } from '../../common/api';
import { invalidFields } from '../request_failure';
import { allOf } from '../search/time_filter';
import { isShell, ourAlerts, type AlertAccess } from './alert_access';
import { listFilter } from './list_filter';
import { readSummaries } from './read_summaries';

const SORT_FIELDS: Readonly<Record<AlertsQuery['sort'], string>> = {
  detectedAt: '@timestamp',
  startedAt: 'kibana.alert.original_time',
  riskScore: 'kibana.alert.risk_score',
  host: 'host.name',
  status: 'kibana.alert.workflow_status',
};

/** One page of alerts at a glance. */
export const listAlerts = async (
  access: AlertAccess,
  query: AlertsQuery,
): Promise<AlertsResponse> => {
  const { page, perPage, sort, order } = query;
  if (page * perPage > MAX_ALERT_WINDOW) {
    throw invalidFields([
      {
        field: 'page',
        message: i18n.translate('recentlyCompiled.failure.pageTooFar', {
          defaultMessage: '[page] reaches beyond the first {most} alerts',
          values: { most: String(MAX_ALERT_WINDOW) },
        }),
        remedy: i18n.translate('recentlyCompiled.failure.pageTooFarRemedy', {
          defaultMessage: 'Filter by time, status or host to have fewer alerts',
        }),
      },
    ]);
  }
  const { alerts, total } = await readSummaries(
    access,
    i18n.translate('recentlyCompiled.task.listAlerts', { defaultMessage: 'Listing alerts' }),
    {
      query: allOf(ourAlerts(access.ruleUuids), isShell, listFilter(query)),
      sort: [
        { [SORT_FIELDS[sort]]: { order } },
        // One run detects many alerts at once, and many have one severity, host or status.
        { [SORT_FIELDS.startedAt]: { order: sort === 'detectedAt' ? order : 'desc' } },
        { 'kibana.alert.uuid': { order: 'asc' } },
      ],
      from: (page - 1) * perPage,
      size: perPage,
      track_total_hits: true,
    },
  );
  return { alerts, total, page, perPage };
};
