// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { alertsAlias } from '../../common/alerts';
import { searchAlerts } from '../alerts_reader/alert_access';
import { Failure } from '../failure';
import type { Check } from './check';

/** Whether alerts of the space have a place, which the user may read. */
export const alertIndex: Check = {
  id: 'alert_index',
  title: () =>
    i18n.translate('recentlyCompiled.checks.alertIndex.title', {
      defaultMessage: 'Index of alerts',
    }),
  run: async ({ access, spaceId }) => {
    try {
      const { total } = await searchAlerts(
        { ...access, spaceId, ruleUuids: [] },
        i18n.translate('recentlyCompiled.task.lookAtAlertIndex', {
          defaultMessage: 'The look at the alert index',
        }),
        { size: 0, track_total_hits: true },
      );
      return {
        status: 'ok',
        message: i18n.translate('recentlyCompiled.checks.alertIndex.ok', {
          defaultMessage: 'The alert index of this space is there: [{alias}]',
          values: { alias: alertsAlias(spaceId) },
        }),
        details: { documents: total },
      };
    } catch (error) {
      if (error instanceof Failure && error.kind === 'missing_index') {
        return { status: 'error', message: error.message, remedy: error.remedy };
      }
      throw error;
    }
  },
};
