// SPDX-License-Identifier: Apache-2.0
// What differs between Kibana 8.12 and 9.x on the server side; nothing else asks for the version.
import type { RouteConfig, RulesClient } from './kibana_contracts';

export interface KibanaVersion {
  /** Such as `8.12.2`. */
  readonly text: string;
  /** How a feature, and a privilege of it, names the rules that it is about. */
  alertingOf(ruleTypeId: string, consumer: string): readonly unknown[];
  /** How a route says which privilege it demands. */
  authorisation(privilege: string): Pick<RouteConfig, 'options' | 'security'>;
  enableRule(rules: RulesClient, id: string): Promise<void>;
  disableRule(rules: RulesClient, id: string): Promise<void>;
}

/** For a version as Kibana itself tells it. */
export const kibanaVersion = (text: string): KibanaVersion =>
  Number.parseInt(text, 10) >= 9 ? { text, ...FROM_9 } : { text, ...UP_TO_8 };

/**
 * What rules belong to that people create in Stack Management. In 9.x a feature grants it itself (as Kibana's own
 * stack rules do in its sources). In 8.12 it goes with Kibana's own types only, by a list in its code
 * (`rule_type_registry_deprecated_consumers` of alerting): our type can be created there, and rules of it that belong
 * to `alerts` can be found, by superusers alone. Ours belongs to our feature, so that everybody sees and edits it.
 */
const STACK_CONSUMER = 'alerts';

const UP_TO_8: Omit<KibanaVersion, 'text'> = {
  alertingOf: (ruleTypeId) => [ruleTypeId],
  authorisation: (privilege) => ({
    options: { tags: [`access:${privilege}`], access: 'internal' },
  }),
  enableRule: (rules, id) => rules.enable({ id }),
  disableRule: (rules, id) => rules.disable({ id }),
};

const FROM_9: Omit<KibanaVersion, 'text'> = {
  alertingOf: (ruleTypeId, consumer) => [{ ruleTypeId, consumers: [consumer, STACK_CONSUMER] }],
  authorisation: (privilege) => ({
    options: { tags: [], access: 'internal' },
    security: { authz: { requiredPrivileges: [privilege] } },
  }),
  enableRule: (rules, id) => (rules.enableRule ?? rules.enable)({ id }),
  disableRule: (rules, id) => (rules.disableRule ?? rules.disable)({ id }),
};
