// SPDX-License-Identifier: Apache-2.0
import type { FleetStart } from '../../../server/kibana_contracts';
import { superuser, type KibanaUser } from '../../../standalone/kibana/kibana_user';
import { senderOf } from '../../../standalone/kibana/request';

/** As Fleet's own error: its class is not for others, its name is. */
class FleetUnauthorizedError extends Error {
  override readonly name = 'FleetUnauthorizedError';
}

/**
 * Kibana's fleet plugin. In 8.12 agents are listed to those alone who hold all of Fleet; policies are saved objects, of
 * which those who may not read them find none.
 */
export class FleetDouble {
  constructor(
    /** Whose rights a saved objects client has. */
    private readonly userOf: (client: unknown) => KibanaUser = () => superuser(),
  ) {}

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
      list: async (client, { kuery, perPage }) => {
        const wanted = /^ingest-package-policies\.package\.name:\s*"?([\w.-]+)"?$/.exec(kuery)?.[1];
        if (wanted === undefined) {
          throw new Error(`The fleet double can not read the query [${kuery}]`);
        }
        const isVisible = this.userOf(client).mayUseSavedObject('ingest-package-policies', 'read');
        const found = this.policies.filter(
          (policy) =>
            isVisible && (policy['package'] as { name?: string } | undefined)?.name === wanted,
        );
        return { items: found.slice(0, perPage), total: found.length, page: 1, perPage };
      },
    },
    agentPolicyService: {
      list: async (client, { perPage }) => {
        const isVisible = this.userOf(client).mayUseSavedObject('ingest-agent-policies', 'read');
        const all = isVisible ? this.agentPolicies : [];
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
