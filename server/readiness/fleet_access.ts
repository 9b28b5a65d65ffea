// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { textsAt } from '../../common/ecs';
import { withKibana } from '../kibana_failure';
import type { FleetStart, KibanaRequest } from '../kibana_contracts';

type Fields = Readonly<Record<string, unknown>>;

/** Packages by their names in Fleet: Elastic Defend and Fleet Server. */
export type FleetPackage = 'endpoint' | 'fleet_server';

export interface FleetAccess {
  /** The package of Elastic Defend; undefined when it is not installed. */
  installation(): Promise<{ version: string; install_status: string } | undefined>;
  /** The integrations of a package, as policies hold them. Throws where the user may see none of any package. */
  policies(packageName: FleetPackage): Promise<readonly Fields[]>;
  /** All agent policies. */
  agentPolicies(): Promise<readonly Fields[]>;
  /** The agents that have one of the agent policies, inactive ones left out. */
  agents(policyIds: readonly string[]): Promise<{ agents: readonly Fields[]; total: number }>;
}

const MOST_POLICIES = 1000;
const MOST_AGENTS = 1000;

/** Fleet with the rights of whoever sent the request. */
export const fleetAccess = (
  fleet: FleetStart,
  request: KibanaRequest,
  savedObjectsClient: unknown,
): FleetAccess => {
  const installation = () =>
    withKibana(
      i18n.translate('recentlyCompiled.task.fleetPackage', {
        defaultMessage: 'Asking Fleet for the package',
      }),
      () => fleet.packageService.asScoped(request).getInstallation('endpoint'),
    );
  return {
    installation,
    policies: async (packageName) => {
      const { items } = await withKibana(
        i18n.translate('recentlyCompiled.task.fleetPolicies', {
          defaultMessage: 'Asking Fleet for the policies',
        }),
        () =>
          fleet.packagePolicyService.list(savedObjectsClient, {
            kuery: `ingest-package-policies.package.name: ${packageName}`,
            perPage: MOST_POLICIES,
          }),
      );
      if (items.length === 0) {
        // Saved objects tell nothing to those who may not read them (`find.ts` of Kibana's core); packages refuse them.
        await installation();
      }
      return items;
    },
    agentPolicies: async () => {
      const { items } = await withKibana(
        i18n.translate('recentlyCompiled.task.fleetAgentPolicies', {
          defaultMessage: 'Asking Fleet for the agent policies',
        }),
        () => fleet.agentPolicyService.list(savedObjectsClient, { perPage: MOST_POLICIES }),
      );
      return items;
    },
    agents: (policyIds) =>
      withKibana(
        i18n.translate('recentlyCompiled.task.fleetAgents', {
          defaultMessage: 'Asking Fleet for the agents',
        }),
        () =>
          fleet.agentService.asScoped(request).listAgents({
            kuery: policyIds.map((id) => `policy_id: "${id}"`).join(' or '),
            perPage: MOST_AGENTS,
            showInactive: false,
          }),
      ),
  };
};

/** The agent policies that hold integrations: one in 8.12, several from 8.16 on. */
export const agentPolicyIds = (policies: readonly Fields[]): string[] => [
  ...new Set(
    policies.flatMap((policy) => [
      ...textsAt(policy, 'policy_id'),
      ...textsAt(policy, 'policy_ids'),
    ]),
  ),
];

/** How many of agents report. One that is being updated does. */
export const countOnline = (agents: readonly Fields[]): number =>
  agents.filter(({ status }) => status === 'online' || status === 'updating').length;

/** What people call a policy. */
export const nameOf = ({ name, id }: Fields): string =>
  typeof name === 'string' ? name : String(id);
