// SPDX-License-Identifier: Apache-2.0
import type { FleetStart } from '../../../server/kibana_contracts';
import { senderOf } from '../../../standalone/kibana/request';

/** As Fleet's own error: its class is not for others, its name is. */
class FleetUnauthorizedError extends Error {
  override readonly name = 'FleetUnauthorizedError';
}

/** Kibana's fleet plugin. In 8.12 agents are listed to those alone who hold all of Fleet. */
export class FleetDouble {
  /** By package name. */
  readonly installations = new Map<string, { version: string; install_status: string }>();
  policies: Readonly<Record<string, unknown>>[] = [];
  agentPolicies: Readonly<Record<string, unknown>>[] = [];
  agents: Readonly<Record<string, unknown>>[] = [];

  readonly start: FleetStart = {
    packageService: {
      asScoped: (request) => ({
        getInstallation: async (name) => {
          if (!senderOf(request).user.mayCall('integrations-read')) {
            throw new FleetUnauthorizedError(
              'User does not have adequate permissions to access Fleet packages.',
            );
          }
          return this.installations.get(name);
        },
      }),
    },
    packagePolicyService: {
      list: async (_, { kuery, perPage }) => {
        const wanted = /^ingest-package-policies\.package\.name:\s*"?([\w.-]+)"?$/.exec(kuery)?.[1];
        if (wanted === undefined) {
          throw new Error(`The fleet double can not read the query [${kuery}]`);
        }
        const found = this.policies.filter(
          (policy) => (policy['package'] as { name?: string } | undefined)?.name === wanted,
        );
        return { items: found.slice(0, perPage), total: found.length, page: 1, perPage };
      },
    },
    agentPolicyService: {
      list: async (_, { perPage }) => {
        const { agentPolicies: all } = this;
        return { items: all.slice(0, perPage), total: all.length, page: 1, perPage };
      },
    },
    agentService: {
      asScoped: (request) => ({
        listAgents: async ({ perPage }) => {
          if (!senderOf(request).user.mayCall('fleet-all')) {
            throw new FleetUnauthorizedError(
              'User does not have adequate permissions to access Fleet agents.',
            );
          }
          const agents = this.agents.slice(0, perPage);
          return { agents, total: this.agents.length, page: 1, perPage };
        },
      }),
    },
  };
}
