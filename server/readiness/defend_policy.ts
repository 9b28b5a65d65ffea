// SPDX-License-Identifier: Apache-2.0
import { valuesAt } from '../../common/ecs';
import type { Check } from './check';
import { NO_FLEET } from './fleet_access';

type Fields = Readonly<Record<string, unknown>>;

const NEEDED_EVENTS = ['process', 'file', 'network'];

/** Whether a policy makes hosts collect what the rule needs. */
export const defendPolicy: Check = {
  id: 'defend_policy',
  title: 'Policy of Elastic Defend',
  run: async ({ fleet }) => {
    if (!fleet) {
      return NO_FLEET;
    }
    const policies = await fleet.policies();
    if (policies.length === 0) {
      return {
        status: 'error',
        message: 'There is no policy with Elastic Defend',
        remedy: 'Add the integration Elastic Defend to an agent policy in Fleet',
      };
    }
    const lacking = policies
      .map((policy) => ({ name: nameOf(policy), off: eventsOff(policy) }))
      .filter(({ off }) => off.length > 0);
    const names = policies.map(nameOf);
    return lacking.length === 0
      ? {
          status: 'ok',
          message: `Policies with Elastic Defend: ${names.join(', ')}`,
          details: { policies: names },
        }
      : {
          status: lacking.length === policies.length ? 'error' : 'warning',
          message: `Linux events are off: ${lacking.map(({ name, off }) => `${off.join(', ')} in the policy ${name}`).join('; ')}`,
          remedy: 'Turn them on under Event collection, Linux, in the policy of Elastic Defend',
          details: { policies: names, lacking },
        };
  },
};

const nameOf = ({ name, id }: Fields): string => (typeof name === 'string' ? name : String(id));

/** Kinds of events that the policy turns off; what a policy does not say is on. */
const eventsOff = (policy: Fields): string[] => {
  if (policy['enabled'] === false) {
    return NEEDED_EVENTS;
  }
  return NEEDED_EVENTS.filter((kind) =>
    valuesAt(policy, `inputs.config.policy.value.linux.events.${kind}`).includes(false),
  );
};
