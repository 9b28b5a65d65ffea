// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { Check, CheckOutcome } from './check';
import { agentPolicyIds, countOnline, type FleetAccess } from './fleet_access';
import { noFleet } from './no_fleet';

/** Whether agents have a Fleet Server to report to. */
export const fleetServer: Check = {
  id: 'fleet_server',
  title: () =>
    i18n.translate('recentlyCompiled.checks.fleetServer.title', { defaultMessage: 'Fleet Server' }),
  run: async ({ fleet, origin }) => {
    if (!fleet) {
      return noFleet(origin);
    }
    const policyIds = agentPolicyIds(await fleet.policies('fleet_server'));
    if (policyIds.length === 0) {
      return withoutPolicy(fleet);
    }
    const found = await fleet.agents(policyIds);
    const online = countOnline(found.agents);
    const details = { policyIds, total: found.total, online };
    if (online > 0) {
      return {
        status: 'ok',
        message: i18n.translate('recentlyCompiled.checks.fleetServer.ok', {
          defaultMessage:
            '{online, plural, one {# Fleet Server is healthy} other {# Fleet Servers are healthy}}',
          values: { online },
        }),
        details,
      };
    }
    return found.total > 0
      ? {
          status: 'error',
          message: i18n.translate('recentlyCompiled.checks.fleetServer.unhealthy', {
            defaultMessage:
              '{total, plural, one {The Fleet Server is not healthy} other {None of # Fleet Servers is healthy}}, so that agents can not send',
            values: { total: found.total },
          }),
          remedy: i18n.translate('recentlyCompiled.checks.fleetServer.unhealthyRemedy', {
            defaultMessage: 'Look at the agents with the policy of Fleet Server in Fleet',
          }),
          details,
        }
      : {
          status: 'error',
          message: i18n.translate('recentlyCompiled.checks.fleetServer.noAgent', {
            defaultMessage: 'There is a policy with Fleet Server, but no agent has it',
          }),
          remedy: i18n.translate('recentlyCompiled.checks.fleetServer.noAgentRemedy', {
            defaultMessage: 'Install Fleet Server on a host, as Fleet says under Agents',
          }),
          details,
        };
  },
};

/** Elastic may run the Fleet Server: its policy is hidden then, while agents report. */
const withoutPolicy = async (fleet: FleetAccess): Promise<CheckOutcome> => {
  const policyIds = agentPolicyIds(await fleet.policies('endpoint'));
  const online = policyIds.length > 0 ? countOnline((await fleet.agents(policyIds)).agents) : 0;
  return online > 0
    ? {
        status: 'ok',
        message: i18n.translate('recentlyCompiled.checks.fleetServer.elsewhere', {
          defaultMessage:
            'Agents are healthy, so they reach a Fleet Server, although no policy of this Kibana has one',
        }),
        details: { policyIds: [], online: 0, total: 0 },
      }
    : {
        status: 'error',
        message: i18n.translate('recentlyCompiled.checks.fleetServer.none', {
          defaultMessage: 'No Fleet Server is set up, so that no agent can be enrolled',
        }),
        remedy: i18n.translate('recentlyCompiled.checks.fleetServer.noneRemedy', {
          defaultMessage: 'Add a Fleet Server in Fleet under Agents',
        }),
      };
};
