// SPDX-License-Identifier: Apache-2.0
import { isBody, ok, type Body, type Endpoint } from '../http/endpoint';

export const hasPrivileges: Endpoint = {
  name: 'has_privileges',
  methods: ['GET', 'POST'],
  paths: ['/_security/user/_has_privileges'],
  parameters: [],
  handle: ({ body, user }) => {
    const cluster = Object.fromEntries(
      texts(body['cluster']).map((privilege) => [privilege, user.hasCluster(privilege)]),
    );
    const asked = Array.isArray(body['index']) ? body['index'].filter(isBody) : [];
    const index: Record<string, Record<string, boolean>> = {};
    for (const { names, privileges } of asked) {
      for (const name of texts(names)) {
        index[name] = {
          ...index[name],
          ...Object.fromEntries(
            texts(privileges).map((privilege) => [privilege, user.may([privilege], [name])]),
          ),
        };
      }
    }
    const all = [cluster, ...Object.values(index)].flatMap((held) => Object.values(held));
    return ok({
      username: user.name,
      has_all_requested: all.every(Boolean),
      cluster,
      index,
      application: {},
    } satisfies Body);
  },
};

const texts = (given: unknown): string[] => (given === undefined ? [] : [given].flat().map(String));

export const authenticate: Endpoint = {
  name: 'authenticate',
  methods: ['GET'],
  paths: ['/_security/_authenticate'],
  parameters: [],
  handle: ({ user }) =>
    ok({
      username: user.name,
      roles: [user.name],
      full_name: null,
      email: null,
      metadata: {},
      enabled: true,
      authentication_type: 'realm',
    }),
};
