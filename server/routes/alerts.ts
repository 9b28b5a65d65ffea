// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import {
  alertIdSchema,
  alertResponseSchema,
  alertsOverTimeQuerySchema,
  alertsOverTimeResponseSchema,
  alertsQuerySchema,
  alertsResponseSchema,
  alertStatusRequestSchema,
  alertStatusResponseSchema,
} from '../../common/api';
import { alertsOverTime } from '../alerts_reader/alerts_over_time';
import { changeStatus } from '../alerts_reader/change_status';
import { listAlerts } from '../alerts_reader/list_alerts';
import { readAlert } from '../alerts_reader/read_alert';
import { defineRoute } from './route';

export const ALERT_ROUTES = [
  defineRoute({
    method: 'get',
    path: 'alerts',
    privilege: 'read',
    summary: () =>
      i18n.translate('recentlyCompiled.route.listAlerts', { defaultMessage: 'List alerts' }),
    request: { query: alertsQuerySchema },
    response: alertsResponseSchema,
    handle: async ({ query }, services) => listAlerts(await services.alertAccess(), query),
  }),
  defineRoute({
    method: 'get',
    path: 'alerts/over_time',
    privilege: 'read',
    summary: () =>
      i18n.translate('recentlyCompiled.route.alertsOverTime', {
        defaultMessage: 'Count alerts over time, by severity and by host',
      }),
    request: { query: alertsOverTimeQuerySchema },
    response: alertsOverTimeResponseSchema,
    handle: async ({ query }, services) =>
      alertsOverTime(await services.alertAccess(), query, services.now()),
  }),
  defineRoute({
    method: 'get',
    path: 'alerts/{id}',
    privilege: 'read',
    summary: () =>
      i18n.translate('recentlyCompiled.route.readAlert', {
        defaultMessage:
          'Read an alert with its events and what else its binary, host and destination did',
      }),
    request: { params: alertIdSchema },
    response: alertResponseSchema,
    handle: async ({ params: { id } }, { access, spaceId, ruleScope }) => {
      const { ruleUuids, params } = await ruleScope();
      return readAlert({ ...access, spaceId, ruleUuids }, id, params.indexPatterns);
    },
  }),
  defineRoute({
    method: 'put',
    path: 'alerts/status',
    privilege: 'read',
    summary: () =>
      i18n.translate('recentlyCompiled.route.changeAlertStatus', {
        defaultMessage: 'Change the status of alerts and of their building blocks',
      }),
    request: { body: alertStatusRequestSchema },
    response: alertStatusResponseSchema,
    handle: async ({ body }, services) =>
      changeStatus(await services.alertAccess(), {
        ...body,
        now: services.now(),
        userProfile: services.userProfile,
      }),
  }),
];
