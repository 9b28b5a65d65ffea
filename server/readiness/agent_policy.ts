// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { Check } from './check';
import { agentPolicyIds, nameOf } from './fleet_access';
import { noFleet } from './no_fleet';

/** Which agent policies bring Elastic Defend to hosts. */
export const agentPolicy: Check = {
  id: 'agent_policy',
  title: () =>
    i18n.translate('recentlyCompiled.checks.agentPolicy.title', {
      defaultMessage: 'Agent policy with Elastic Defend',
    }),
  run: async ({ fleet, origin }) => {
    if (!fleet) {
      return noFleet(origin);
    }
    const ids = agentPolicyIds(await fleet.policies('endpoint'));
    if (ids.length === 0) {
      return {
        status: 'error',
        message: i18n.translate('recentlyCompiled.checks.agentPolicy.none', {
          defaultMessage: 'No agent policy holds Elastic Defend',
        }),
        remedy: i18n.translate('recentlyCompiled.checks.agentPolicy.noneRemedy', {
          defaultMessage: 'Add the integration Elastic Defend to a new or an existing agent policy',
        }),
      };
    }
    const all = await fleet.agentPolicies();
    const policies = ids.map((id) => ({
      id,
      name: nameOf(all.find((policy) => policy['id'] === id) ?? { id }),
    }));
    return {
      status: 'ok',
      message: i18n.translate('recentlyCompiled.checks.agentPolicy.ok', {
        defaultMessage:
          '{count, plural, one {Agent policy with Elastic Defend: {names}} other {# agent policies with Elastic Defend: {names}}}',
        values: { count: policies.length, names: policies.map(({ name }) => name).join(', ') },
      }),
      details: { policies },
    };
  },
};
