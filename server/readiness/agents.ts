// SPDX-License-Identifier: Apache-2.0
import { textsAt } from '../../common/ecs';
import type { Check } from './check';
import { NO_FLEET } from './fleet_access';

/** Whether agents with Elastic Defend are there and report. */
export const agents: Check = {
  id: 'agents',
  title: 'Agents with Elastic Defend',
  run: async ({ fleet }) => {
    if (!fleet) {
      return NO_FLEET;
    }
    const policies = await fleet.policies();
    // One agent policy in 8.12, several from 8.16 on.
    const ids = policies.flatMap((policy) => [
      ...textsAt(policy, 'policy_id'),
      ...textsAt(policy, 'policy_ids'),
    ]);
    const found = ids.length > 0 ? await fleet.agents([...new Set(ids)]) : { agents: [], total: 0 };
    const online = found.agents.filter(({ status }) => status === 'online').length;
    const details = { total: found.total, looked: found.agents.length, online };
    if (found.total === 0) {
      return {
        status: 'error',
        message: 'No agent has a policy with Elastic Defend',
        remedy: 'Enroll a Linux host in an agent policy with Elastic Defend',
        details,
      };
    }
    if (online === 0) {
      return {
        status: 'error',
        message: `None of the ${found.total} agents with Elastic Defend is healthy`,
        remedy: 'Look at the agents in Fleet',
        details,
      };
    }
    return online < found.agents.length
      ? {
          status: 'warning',
          message: `${online} of ${found.agents.length} agents with Elastic Defend are healthy`,
          remedy: 'Look at the others in Fleet',
          details,
        }
      : { status: 'ok', message: `${online} agents with Elastic Defend are healthy`, details };
  },
};
