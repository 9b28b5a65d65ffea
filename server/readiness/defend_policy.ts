// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { valuesAt } from '../../common/ecs';
import { joinClauses } from '../../common/sentences';
import type { Check } from './check';
import { describeIntegration } from './defend_preset';
import { nameOf } from './fleet_access';
import { noFleet } from './no_fleet';

type Fields = Readonly<Record<string, unknown>>;

const NEEDED_EVENTS = ['process', 'file', 'network'];

/** Whether an integration makes hosts collect what the rule needs. */
export const defendPolicy: Check = {
  id: 'defend_policy',
  title: () =>
    i18n.translate('recentlyCompiled.checks.defendPolicy.title', {
      defaultMessage: 'Policy of Elastic Defend',
    }),
  run: async ({ fleet, origin }) => {
    if (!fleet) {
      return noFleet(origin);
    }
    const policies = await fleet.policies('endpoint');
    if (policies.length === 0) {
      return {
        status: 'error',
        message: i18n.translate('recentlyCompiled.checks.defendPolicy.none', {
          defaultMessage: 'There is no policy with Elastic Defend',
        }),
        remedy: i18n.translate('recentlyCompiled.checks.defendPolicy.noneRemedy', {
          defaultMessage: 'Add the integration Elastic Defend to an agent policy in Fleet',
        }),
      };
    }
    const lacking = policies
      .map((policy) => ({ id: String(policy['id']), name: nameOf(policy), off: eventsOff(policy) }))
      .filter(({ off }) => off.length > 0);
    const details = {
      policies: policies.map((policy) => ({ id: String(policy['id']), name: nameOf(policy) })),
      lacking,
    };
    return lacking.length === 0
      ? {
          status: 'ok',
          message: i18n.translate('recentlyCompiled.checks.defendPolicy.ok', {
            defaultMessage: 'Process, file and network events of Linux are on in: {integrations}',
            values: { integrations: joinClauses(policies.map(describeIntegration)) },
          }),
          details,
        }
      : {
          status: lacking.length === policies.length ? 'error' : 'warning',
          message: i18n.translate('recentlyCompiled.checks.defendPolicy.off', {
            defaultMessage: 'Linux events are off in policies of Elastic Defend: {policies}',
            values: {
              policies: joinClauses(lacking.map(({ name, off }) => `${name} (${off.join(', ')})`)),
            },
          }),
          remedy: i18n.translate('recentlyCompiled.checks.defendPolicy.offRemedy', {
            defaultMessage:
              'Turn them on under Event collection, Linux, in the policy of Elastic Defend',
          }),
          details,
        };
  },
};

/** Kinds of events that the policy turns off; what a policy does not say is on. */
const eventsOff = (policy: Fields): string[] => {
  if (policy['enabled'] === false) {
    return NEEDED_EVENTS;
  }
  return NEEDED_EVENTS.filter((kind) =>
    valuesAt(policy, `inputs.config.policy.value.linux.events.${kind}`).includes(false),
  );
};
