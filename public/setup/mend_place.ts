// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { CheckResult } from '../../common/api';
import { mayOpenApp, mayOpenSecurity } from '../capabilities';
import type { Capabilities } from '../kibana_contracts';
import { PAGE_PATHS } from '../names';

/** Where something is mended: a page of ours, or a path within Kibana without its base path. */
export interface MendPlace {
  readonly app: 'ours' | 'kibana';
  readonly path: string;
  readonly label: string;
}

/**
 * By which `capabilities` tell what the user may open (Kibana 8.12 and 9.x). The paths below are those of its sources:
 * `page_paths.ts` of Fleet, `common/constants.ts` of Security.
 */
const APPS = { fleet: 'fleet', integrations: 'integrations' };

const INTEGRATION = '/app/integrations/detail/endpoint/overview';

/** Where people mend what a check complains of; undefined for what is in order or where they may not go. */
export function mendPlace(check: CheckResult, capabilities: Capabilities): MendPlace | undefined {
  if (check.status !== 'error' && check.status !== 'warning') {
    return undefined;
  }
  return placesFor(check).find(({ needs }) => needs === undefined || needs(capabilities));
}

interface Place extends MendPlace {
  /** Undefined where everybody who sees the check may go. */
  readonly needs?: (capabilities: Capabilities) => boolean;
}

/** The best place first. */
function placesFor(check: CheckResult): readonly Place[] {
  switch (check.id) {
    case 'fleet_server':
      return [agentsWith(idsIn(check, 'policyIds'))];
    case 'fleet_package':
      return [integration()];
    case 'defend_policy':
      return [...policyOf(objectsIn(check, 'lacking')), integration()];
    case 'agent_policy':
      return [integration(), agentPolicies()];
    case 'agents':
      return check.details?.['total'] === 0
        ? [...enrollment(idsIn(check, 'policyIds')), agentsWith([])]
        : [agentsWith(idsIn(check, 'policyIds'))];
    case 'hosts':
      return [endpoints(), agentsWith([])];
    case 'data_streams':
    case 'recent_events':
      return [defendPolicies(), dataStreams()];
    case 'fields':
      return [indexManagement(), ours('overview')];
    case 'privileges':
      return [roles()];
    case 'alert_index':
      return [securityAlerts()];
    case 'linked_rule':
      return [...securityRule(check), ours('overview')];
    case 'tiebreaker':
    case 'own_rule':
      return [ours('overview')];
    case 'exception_list':
      return [ours('exclusions')];
  }
}

const mayOpen =
  (app: string) =>
  (capabilities: Capabilities): boolean =>
    mayOpenApp(capabilities, app);

/** Sections of Stack Management are told one by one. */
const mayManage =
  (section: string, app: string) =>
  ({ management }: Capabilities): boolean => {
    const apps = management?.[section];
    return (
      typeof apps === 'object' && apps !== null && (apps as Record<string, unknown>)[app] === true
    );
  };

const agentsWith = (policyIds: readonly string[]): Place => {
  const query = policyIds.map((id) => `fleet-agents.policy_id : "${id}"`).join(' or ');
  return {
    app: 'kibana',
    path:
      query === '' ? '/app/fleet/agents' : `/app/fleet/agents?kuery=${encodeURIComponent(query)}`,
    label: i18n.translate('recentlyCompiled.setup.mend.agents', {
      defaultMessage: 'Open the agents in Fleet',
    }),
    needs: mayOpen(APPS.fleet),
  };
};

const enrollment = ([policyId]: readonly string[]): Place[] =>
  policyId === undefined
    ? []
    : [
        {
          app: 'kibana',
          path: `/app/fleet/policies/${encodeURIComponent(policyId)}?openEnrollmentFlyout=true`,
          label: i18n.translate('recentlyCompiled.setup.mend.enroll', {
            defaultMessage: 'Add an agent in Fleet',
          }),
          needs: mayOpen(APPS.fleet),
        },
      ];

const agentPolicies = (): Place => ({
  app: 'kibana',
  path: '/app/fleet/policies',
  label: i18n.translate('recentlyCompiled.setup.mend.agentPolicies', {
    defaultMessage: 'Open the agent policies in Fleet',
  }),
  needs: mayOpen(APPS.fleet),
});

const dataStreams = (): Place => ({
  app: 'kibana',
  path: '/app/fleet/data-streams',
  label: i18n.translate('recentlyCompiled.setup.mend.dataStreams', {
    defaultMessage: 'Open the data streams in Fleet',
  }),
  needs: mayOpen(APPS.fleet),
});

const integration = (): Place => ({
  app: 'kibana',
  path: INTEGRATION,
  label: i18n.translate('recentlyCompiled.setup.mend.integration', {
    defaultMessage: 'Open Elastic Defend in Integrations',
  }),
  needs: mayOpen(APPS.integrations),
});

const policyOf = ([policy]: readonly Readonly<Record<string, unknown>>[]): Place[] =>
  typeof policy?.['id'] !== 'string'
    ? []
    : [
        {
          app: 'kibana',
          path: `/app/integrations/edit-integration/${encodeURIComponent(policy['id'])}`,
          label: i18n.translate('recentlyCompiled.setup.mend.policy', {
            defaultMessage: 'Edit the policy of Elastic Defend',
          }),
          needs: mayOpen(APPS.integrations),
        },
      ];

const defendPolicies = (): Place => ({
  app: 'kibana',
  path: '/app/security/administration/policy',
  label: i18n.translate('recentlyCompiled.setup.mend.policies', {
    defaultMessage: 'Open the policies in Security',
  }),
  needs: mayOpenSecurity,
});

const endpoints = (): Place => ({
  app: 'kibana',
  path: '/app/security/administration/endpoints',
  label: i18n.translate('recentlyCompiled.setup.mend.endpoints', {
    defaultMessage: 'Open the endpoints in Security',
  }),
  needs: mayOpenSecurity,
});

const securityAlerts = (): Place => ({
  app: 'kibana',
  path: '/app/security/alerts',
  label: i18n.translate('recentlyCompiled.setup.mend.alerts', {
    defaultMessage: 'Open the alerts in Security',
  }),
  needs: mayOpenSecurity,
});

/** A rule that is gone can not be opened. */
const securityRule = ({ details }: CheckResult): Place[] => {
  const id = details?.['securityRuleId'];
  return typeof id !== 'string'
    ? []
    : [
        {
          app: 'kibana',
          path: `/app/security/rules/id/${encodeURIComponent(id)}`,
          label: i18n.translate('recentlyCompiled.setup.mend.securityRule', {
            defaultMessage: 'Open the rule in Security',
          }),
          needs: mayOpenSecurity,
        },
      ];
};

const roles = (): Place => ({
  app: 'kibana',
  path: '/app/management/security/roles',
  label: i18n.translate('recentlyCompiled.setup.mend.roles', {
    defaultMessage: 'Open the roles in Stack Management',
  }),
  needs: mayManage('security', 'roles'),
});

const indexManagement = (): Place => ({
  app: 'kibana',
  path: '/app/management/data/index_management/data_streams',
  label: i18n.translate('recentlyCompiled.setup.mend.indices', {
    defaultMessage: 'Open the data streams in Index Management',
  }),
  needs: mayManage('data', 'index_management'),
});

const ours = (page: 'overview' | 'exclusions'): Place => ({
  app: 'ours',
  path: PAGE_PATHS[page],
  label:
    page === 'overview'
      ? i18n.translate('recentlyCompiled.setup.mend.rule', { defaultMessage: 'Go to the rule' })
      : i18n.translate('recentlyCompiled.setup.mend.exclusions', {
          defaultMessage: 'Go to the exclusions',
        }),
});

const idsIn = ({ details }: CheckResult, name: string): string[] => {
  const value = details?.[name];
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
};

const objectsIn = ({ details }: CheckResult, name: string): Readonly<Record<string, unknown>>[] => {
  const value = details?.[name];
  return Array.isArray(value)
    ? value.filter((one): one is Record<string, unknown> => typeof one === 'object' && one !== null)
    : [];
};
