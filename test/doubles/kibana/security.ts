// SPDX-License-Identifier: Apache-2.0
import type { KibanaRequest, SecurityStart } from '../../../server/kibana_contracts';
import { senderOf } from '../../../standalone/kibana/request';

/** The members of Kibana's security plugin that plugins call; `api:x` is a privilege of the API. */
export interface SecurityDouble extends SecurityStart {
  readonly authz: {
    readonly actions: { readonly api: { get(privilege: string): string } };
    checkPrivilegesWithRequest(request: KibanaRequest): {
      globally(wanted: { kibana: string | string[] }): Promise<{
        hasAllRequested: boolean;
        username: string;
        privileges: { kibana: { privilege: string; authorized: boolean }[] };
      }>;
    };
  };
}

export const securityStart: SecurityDouble = {
  authc: { getCurrentUser: (request) => ({ username: senderOf(request).user.name }) },
  authz: {
    actions: { api: { get: (privilege) => `api:${privilege}` } },
    checkPrivilegesWithRequest: (request) => ({
      globally: async ({ kibana }) => {
        const { user } = senderOf(request);
        const held = [kibana].flat().map((privilege) => ({
          privilege,
          authorized: user.mayCall(privilege.replace(/^api:/, '')),
        }));
        return {
          hasAllRequested: held.every(({ authorized }) => authorized),
          username: user.name,
          privileges: { kibana: held },
        };
      },
    }),
  },
};
