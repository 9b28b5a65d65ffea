// SPDX-License-Identifier: Apache-2.0
import { alertsAlias } from '../../common/alerts';
import { askAsUser } from '../elasticsearch/ask_as_user';
import type { Check } from './check';

/** What the user may do with events and alerts. */
export const privileges: Check = {
  id: 'privileges',
  title: 'Your privileges',
  run: async ({ access, params, spaceId }) => {
    const alias = alertsAlias(spaceId);
    // Privileges on indices of other clusters are granted there and can not be asked for here.
    const patterns = params.indexPatterns.filter((pattern) => !pattern.includes(':'));
    const { index: held } = await askAsUser(
      access,
      { task: 'Asking for your privileges', indices: [...patterns, alias], privileges: [] },
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
        message: `You may not read [${unreadable.join(', ')}]`,
        remedy: `Ask an administrator for a role with the privilege [read] on [${unreadable.join(', ')}]`,
        details: { held },
      };
    }
    const unwritable = ['write', 'maintenance'].filter((privilege) => lacks(alias, privilege));
    return unwritable.length > 0
      ? {
          status: 'warning',
          message: `You may see alerts but not change their status: [${unwritable.join(', ')}] on [${alias}] is missing`,
          remedy: `Where you should close alerts, ask for a role with the privileges [${unwritable.join(', ')}] on [${alias}]`,
          details: { held },
        }
      : {
          status: 'ok',
          message: 'You may read events and alerts, and change the status of alerts',
          details: { held },
        };
  },
};
