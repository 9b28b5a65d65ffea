// SPDX-License-Identifier: Apache-2.0
import { withKibana } from '../kibana_failure';
import type { FleetStart, KibanaRequest } from '../kibana_contracts';

type Fields = Readonly<Record<string, unknown>>;

export interface FleetAccess {
  /** The package of Elastic Defend; undefined when it is not installed. */
  installation(): Promise<{ version: string; install_status: string } | undefined>;
  /** The policies of Elastic Defend. */
  policies(): Promise<readonly Fields[]>;
  /** The agents that have one of the agent policies, inactive ones left out. */
  agents(policyIds: readonly string[]): Promise<{ agents: readonly Fields[]; total: number }>;
}

/** Elastic Defend's package. */
const PACKAGE = 'endpoint';

const MOST_POLICIES = 1000;
const MOST_AGENTS = 1000;

/** Fleet with the rights of whoever sent the request. */
export const fleetAccess = (
  fleet: FleetStart,
  request: KibanaRequest,
  savedObjectsClient: unknown,
): FleetAccess => ({
  installation: () =>
    withKibana('Asking Fleet for the package', () =>
      fleet.packageService.asScoped(request).getInstallation(PACKAGE),
    ),
  policies: async () => {
    const { items } = await withKibana('Asking Fleet for the policies', () =>
      fleet.packagePolicyService.list(savedObjectsClient, {
        kuery: `ingest-package-policies.package.name: ${PACKAGE}`,
        perPage: MOST_POLICIES,
      }),
    );
    return items;
  },
  agents: (policyIds) =>
    withKibana('Asking Fleet for the agents', () =>
      fleet.agentService.asScoped(request).listAgents({
        kuery: policyIds.map((id) => `policy_id: "${id}"`).join(' or '),
        perPage: MOST_AGENTS,
        showInactive: false,
      }),
    ),
});

/** What checks say where Fleet is off. */
export const NO_FLEET = {
  status: 'warning',
  message: 'The Fleet plugin of Kibana is off, so that nothing is known about agents and policies',
  remedy:
    'Look at the checks of events instead, or turn Fleet on in kibana.yml (xpack.fleet.enabled)',
} as const;
