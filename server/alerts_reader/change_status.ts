// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { alertsAlias } from '../../common/alerts';
import type { AlertStatusRequest, AlertStatusResponse } from '../../common/api';
import { askAsUser } from '../elasticsearch/ask_as_user';
import { allOf } from '../search/time_filter';
import {
  GROUP_ID,
  isShell,
  noAlertIndex,
  ourAlerts,
  searchAlerts,
  type AlertAccess,
} from './alert_access';

export interface StatusChange extends AlertStatusRequest {
  /** When it is made, in milliseconds since 1970. */
  readonly now: number;
  /** The profile of who makes it; Security notes the same. */
  readonly userProfile: string | null;
}

const STATUS = 'kibana.alert.workflow_status';

/** The fields that Security 8.12 and 9.x set themselves when a status changes there. */
const SCRIPT = [
  `ctx._source['${STATUS}'] = params.status`,
  "ctx._source['kibana.alert.workflow_user'] = params.user",
  "ctx._source['kibana.alert.workflow_status_updated_at'] = params.now",
].join('; ');

/** Sets the status of alerts and of their building blocks, as the user. */
export const changeStatus = async (
  access: AlertAccess,
  { ids, status, now, userProfile }: StatusChange,
): Promise<AlertStatusResponse> => {
  const index = alertsAlias(access.spaceId);
  const wanted = [...new Set(ids)];
  const { hits } = await searchAlerts(
    access,
    i18n.translate('recentlyCompiled.task.findAlerts', {
      defaultMessage: 'Looking for the alerts',
    }),
    {
      query: allOf(ourAlerts(access.ruleUuids), isShell, { ids: { values: wanted } }),
      size: wanted.length,
      _source: false,
    },
  );
  const found = hits.map(({ _id: id }) => id);
  const known = new Set(found);
  const notFound = wanted.filter((id) => !known.has(id));
  if (found.length === 0) {
    return { found, notFound, documents: 0, conflicts: 0 };
  }
  const answer = await askAsUser(
    access,
    {
      task: i18n.translate('recentlyCompiled.task.changeStatus', {
        defaultMessage: 'Changing the status of alerts',
      }),
      indices: [index],
      privileges: ['read', 'write', 'maintenance'],
    },
    (client, options) =>
      client.updateByQuery(
        {
          index,
          query: {
            bool: {
              filter: [{ terms: { [GROUP_ID]: found } }],
              must_not: [{ term: { [STATUS]: status } }],
            },
          },
          script: {
            lang: 'painless',
            source: SCRIPT,
            params: { status, user: userProfile, now: new Date(now).toISOString() },
          },
          conflicts: 'proceed',
          refresh: true,
        },
        options,
      ),
  ).catch((error: unknown) => {
    throw noAlertIndex(error, index);
  });
  return {
    found,
    notFound,
    documents: answer.updated ?? 0,
    conflicts: answer.version_conflicts ?? 0,
  };
};
