// SPDX-License-Identifier: Apache-2.0
import { API_PRIVILEGES } from './api_privileges';
import type { FeaturePrivilege, FeaturesSetup } from './kibana_contracts';
import type { KibanaVersion } from './kibana_version';
import { FEATURE_ID, RULE_TYPE_ID } from './rule_type/rule_type_id';

/** Security's own place in the list of features and in the navigation of Kibana. */
const SECURITY_CATEGORY = {
  id: 'securitySolution',
  label: 'Security',
  order: 4000,
  euiIconType: 'logoSecurity',
};

/** What exceptions are stored as: of one space, and of all. */
const EXCEPTIONS = ['exception-list', 'exception-list-agnostic'];

/**
 * Registers what roles can grant: `all` manages the rule and its exclusions, `read` sees them. Neither gives
 * access to events or alerts, which are read with the user's own privileges on the indices.
 */
export const registerFeature = (features: FeaturesSetup, version: KibanaVersion): void => {
  const rules = version.alertingOf(RULE_TYPE_ID, FEATURE_ID);
  features.registerKibanaFeature({
    id: FEATURE_ID,
    name: 'Recently Compiled',
    description:
      'Finds programs on Linux hosts that are compiled, linked, run and connect to the network within a minute.',
    order: 1150,
    category: SECURITY_CATEGORY,
    app: [FEATURE_ID],
    catalogue: [],
    management: STACK_RULES,
    alerting: rules,
    privileges: {
      all: {
        ...COMMON,
        api: [API_PRIVILEGES.all, API_PRIVILEGES.read, 'lists-all', 'lists-read'],
        ui: ['show', 'save'],
        savedObject: { all: EXCEPTIONS, read: [] },
        alerting: { rule: { all: rules }, alert: { all: rules } },
      },
      read: {
        ...COMMON,
        api: [API_PRIVILEGES.read, 'lists-read'],
        ui: ['show'],
        savedObject: { all: [], read: EXCEPTIONS },
        alerting: { rule: { read: rules }, alert: { read: rules } },
      },
    },
  });
};

/** The page of rules in Stack Management, where ours can be looked at and edited as well. */
const STACK_RULES = { insightsAndAlerting: ['triggersActions'] };

const COMMON: Pick<FeaturePrivilege, 'app' | 'catalogue' | 'management'> = {
  app: [FEATURE_ID],
  catalogue: [],
  management: STACK_RULES,
};
