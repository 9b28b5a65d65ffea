// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { EXCLUSION_LIST_ID } from '../../common/api';
import type { Check } from './check';

const MOST_ITEMS = 1000;

/** Whether exclusions have a place and can be applied. */
export const exceptionList: Check = {
  id: 'exception_list',
  title: () =>
    i18n.translate('recentlyCompiled.checks.exceptionList.title', {
      defaultMessage: 'Exception list',
    }),
  run: async ({ exclusions }) => {
    if (!exclusions) {
      return {
        status: 'warning',
        message: i18n.translate('recentlyCompiled.checks.exceptionList.noLists', {
          defaultMessage: 'The lists plugin of Kibana is off, so that there are no exclusions',
        }),
        remedy: i18n.translate('recentlyCompiled.checks.exceptionList.noListsRemedy', {
          defaultMessage: 'Look into the log of Kibana for why it did not start',
        }),
      };
    }
    const { listExists, items, total } = await exclusions.list({ page: 1, perPage: MOST_ITEMS });
    if (!listExists) {
      return {
        status: 'ok',
        message: i18n.translate('recentlyCompiled.checks.exceptionList.missing', {
          defaultMessage:
            'There are no exclusions yet; the first one makes the exception list [{list}]',
          values: { list: EXCLUSION_LIST_ID },
        }),
      };
    }
    const unusable = items.filter(({ scope }) => scope === null).map(({ name }) => name);
    const details = { total, inForce: items.filter(({ inForce }) => inForce).length };
    return unusable.length > 0
      ? {
          status: 'error',
          message: i18n.translate('recentlyCompiled.checks.exceptionList.unusable', {
            defaultMessage: 'Exclusions can not be applied: {names}',
            values: { names: unusable.join(', ') },
          }),
          remedy: i18n.translate('recentlyCompiled.checks.exceptionList.unusableRemedy', {
            defaultMessage: 'Edit them, or delete and add them again',
          }),
          details,
        }
      : {
          status: 'ok',
          message: i18n.translate('recentlyCompiled.checks.exceptionList.ok', {
            defaultMessage:
              '{total, plural, one {# exclusion is} other {# exclusions are}} in the exception list',
            values: { total },
          }),
          details,
        };
  },
};
