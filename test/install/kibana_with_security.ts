// SPDX-License-Identifier: Apache-2.0
import type { Target } from '../../public/install/plan';
import type { InstallPorts } from '../../public/install/ports';
import { begin, type Progress } from '../../public/install/progress';
import { runSteps } from '../../public/install/run_steps';
import { securityApi } from '../../public/install/security_api';
import { serverApi } from '../../public/server_api';
import { userWith, type Access, type KibanaUser } from '../../standalone/kibana/kibana_user';
import { DetectionEngine, SECURITY_FEATURE } from '../doubles/kibana/detection_engine';
import { HttpStartDouble } from '../doubles/kibana/http_start';
import { startKibanaWithPlugin, type KibanaWithPlugin } from '../routes/kibana_with_plugin';

type Fields = Readonly<Record<string, unknown>>;

/** A Kibana with our plugin and Security in it, as the browser of somebody sees it. */
export interface KibanaWithSecurity {
  readonly plugin: KibanaWithPlugin;
  readonly engine: DetectionEngine;
  readonly requests: HttpStartDouble;
  readonly ports: InstallPorts;
  /** Everything that an installation may make or change, as Kibana keeps it. */
  state(): Promise<{
    readonly list: Fields | null;
    readonly securityRules: readonly Fields[];
    readonly ownRules: readonly Fields[];
  }>;
  close(): Promise<void>;
}

export async function startKibanaWithSecurity(
  security: Access = 'all',
): Promise<KibanaWithSecurity> {
  const plugin = await startKibanaWithPlugin();
  const user: KibanaUser = {
    ...userWith('engineer', [
      { feature: plugin.feature, privilege: 'all' },
      { feature: SECURITY_FEATURE, privilege: security },
    ]),
    ...(plugin.manager.elasticsearch && { elasticsearch: plugin.manager.elasticsearch }),
  };
  const engine = new DetectionEngine(plugin.kibana);
  const requests = new HttpStartDouble((request) =>
    request.path.startsWith('/internal/')
      ? plugin.kibana.core.http.call(request.method as 'GET', request.path, { ...request, user })
      : engine.answer({ ...request, user }),
  );
  return {
    plugin,
    engine,
    requests,
    ports: {
      security: securityApi(requests.http),
      own: serverApi(requests.http),
      alertsAddress: '/kbn/s/soc/app/recentlyCompiled/alerts',
    },
    state: async () => {
      const key = { id: undefined, listId: 'recently-compiled-exclusions' } as const;
      const client = plugin.kibana.lists.exceptions.client(undefined);
      const rules = plugin.kibana.savedObjects.all('alert');
      const list = await client.getExceptionList({ ...key, namespaceType: 'single' });
      return {
        list: list as Fields | null,
        securityRules: rules
          .filter(({ attributes }) => attributes['alertTypeId'] === 'siem.eqlRule')
          .map((rule) => engine.shown(rule)),
        ownRules: rules
          .filter(({ attributes }) => attributes['alertTypeId'] !== 'siem.eqlRule')
          .map(({ attributes }) => attributes),
      };
    },
    close: () => plugin.close(),
  };
}

/** Does the steps of a new installation. */
export const install = (
  { ports }: Pick<KibanaWithSecurity, 'ports'>,
  target: Target,
  mark = 'this-one',
): Promise<Progress> => runSteps(begin(target, mark), ports, () => undefined);

/** How each step stands. */
export const stepsOf = ({ steps }: Progress): Readonly<Record<string, string>> =>
  Object.fromEntries(
    steps.map(({ id, state }) => [id, state.status === 'done' ? state.outcome : state.status]),
  );
