// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { alertsAlias } from '../../common/alerts';
import { askAsUser } from '../elasticsearch/ask_as_user';
import type { Check } from './check';

/** What the user may do with events and alerts. */
export const privileges: Check = {
  id: 'privileges',
  title: () =>
    i18n.translate('recentlyCompiled.checks.privileges.title', {
      defaultMessage: 'Your privileges',
    }),
  run: async ({ access, params, spaceId }) => {
    const alias = alertsAlias(spaceId);
    // Privileges on indices of other clusters are granted there and can not be asked for here.
    const patterns = params.indexPatterns.filter((pattern) => !pattern.includes(':'));
    const { index: held } = await askAsUser(
      access,
      {
        task: i18n.translate('recentlyCompiled.task.askPrivileges', {
          defaultMessage: 'Asking for your privileges',
        }),
        indices: [...patterns, alias],
        privileges: [],
      },
      (client, options) =>
        client.security.hasPrivileges(
          {
            index: [
              ...(patterns.length > 0 ? [{ names: patterns, privileges: ['read'] }] : []),
              { names: [alias], privileges: ['read', 'write', 'maintenance'] },
            ],
          },
          options,
        ),
    );
    const lacks = (name: string, privilege: string): boolean => held[name]?.[privilege] !== true;
    const unreadable = [...patterns, alias].filter((name) => lacks(name, 'read'));
    if (unreadable.length > 0) {
      return {
        status: 'error',
        message: i18n.translate('recentlyCompiled.checks.privileges.unreadable', {
          defaultMessage: 'You may not read [{indices}]',
          values: { indices: unreadable.join(', ') },
        }),
        remedy: i18n.translate('recentlyCompiled.checks.privileges.unreadableRemedy', {
          defaultMessage:
            'Ask an administrator for a role with the privilege [read] on [{indices}]',
          values: { indices: unreadable.join(', ') },
        }),
        details: { held },
      };
    }
    const unwritable = ['write', 'maintenance'].filter((privilege) => lacks(alias, privilege));
    return unwritable.length > 0
      ? {
          status: 'warning',
          message: i18n.translate('recentlyCompiled.checks.privileges.unwritable', {
            defaultMessage:
              'You may see alerts but not change their status: [{missing}] on [{alias}] is missing',
            values: { missing: unwritable.join(', '), alias },
          }),
          remedy: i18n.translate('recentlyCompiled.checks.privileges.unwritableRemedy', {
            defaultMessage:
              'Where you should close alerts, ask for a role with the privileges [{missing}] on [{alias}]',
            values: { missing: unwritable.join(', '), alias },
          }),
          details: { held },
        }
      : {
          status: 'ok',
          message: i18n.translate('recentlyCompiled.checks.privileges.ok', {
            defaultMessage: 'You may read events and alerts, and change the status of alerts',
          }),
          details: { held },
        };
  },
};
