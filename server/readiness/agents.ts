// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { Check } from './check';
import { agentPolicyIds, countOnline } from './fleet_access';
import { noFleet } from './no_fleet';

/** Whether agents with Elastic Defend are there and report. */
export const agents: Check = {
  id: 'agents',
  title: () =>
    i18n.translate('recentlyCompiled.checks.agents.title', {
      defaultMessage: 'Agents with Elastic Defend',
    }),
  run: async ({ fleet, origin }) => {
    if (!fleet) {
      return noFleet(origin);
    }
    const policyIds = agentPolicyIds(await fleet.policies('endpoint'));
    const found = policyIds.length > 0 ? await fleet.agents(policyIds) : { agents: [], total: 0 };
    const online = countOnline(found.agents);
    const looked = found.agents.length;
    const details = { total: found.total, looked, online, policyIds };
    if (found.total === 0) {
      return {
        status: 'error',
        message: i18n.translate('recentlyCompiled.checks.agents.none', {
          defaultMessage: 'No agent has a policy with Elastic Defend',
        }),
        remedy: i18n.translate('recentlyCompiled.checks.agents.noneRemedy', {
          defaultMessage: 'Enroll a Linux host in an agent policy with Elastic Defend',
        }),
        details,
      };
    }
    if (online === 0) {
      return {
        status: 'error',
        message: i18n.translate('recentlyCompiled.checks.agents.unhealthy', {
          defaultMessage: 'None of the {total, number} agents with Elastic Defend is healthy',
          values: { total: found.total },
        }),
        remedy: i18n.translate('recentlyCompiled.checks.agents.unhealthyRemedy', {
          defaultMessage: 'Look at the agents in Fleet',
        }),
        details,
      };
    }
    return online < looked
      ? {
          status: 'warning',
          message: i18n.translate('recentlyCompiled.checks.agents.some', {
            defaultMessage:
              '{online, number} of {looked, number} agents with Elastic Defend are healthy',
            values: { online, looked },
          }),
          remedy: i18n.translate('recentlyCompiled.checks.agents.someRemedy', {
            defaultMessage: 'Look at the others in Fleet',
          }),
          details,
        }
      : {
          status: 'ok',
          message: i18n.translate('recentlyCompiled.checks.agents.ok', {
            defaultMessage:
              '{online, plural, one {# agent with Elastic Defend is healthy} other {# agents with Elastic Defend are healthy}}',
            values: { online },
          }),
          details,
        };
  },
};
