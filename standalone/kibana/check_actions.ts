// SPDX-License-Identifier: Apache-2.0
import { Boom } from './boom';

interface Notifying {
  readonly actions: readonly unknown[];
  readonly notifyWhen?: unknown;
}

/** Either the rule says how often its actions are started, or each of them does (`validate_actions.ts` of alerting). */
export const checkActions = ({ actions, notifyWhen }: Notifying): void => {
  const ofRule = notifyWhen !== undefined;
  const wrong = actions.filter(
    (action) => ((action as { frequency?: unknown }).frequency !== undefined) === ofRule,
  );
  if (wrong.length > 0) {
    throw new Boom(
      400,
      ofRule
        ? 'Cannot specify per-action frequency params when notify_when or throttle are defined at the rule level'
        : 'Actions missing frequency parameters',
    );
  }
};
