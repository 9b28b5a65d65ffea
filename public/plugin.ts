// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { AppCategory, CoreSetup, SetupPlugins } from './kibana_contracts';
import { visibilities } from './kibana_versions';
import { APP_ID, APP_TITLE, PAGE_PATHS, RULE_TYPE_ID } from './names';
import { ruleTypeModel } from './rule_type/rule_type_model';

/** Kibana's `DEFAULT_APP_CATEGORIES.security`, whose package the bundle can not import. */
const SECURITY: AppCategory = {
  id: 'securitySolution',
  label: 'Security',
  euiIconType: 'logoSecurity',
  order: 4000,
};

/** The browser side of the plugin, as Kibana starts and stops it. */
export class RecentlyCompiledPlugin {
  constructor(private readonly kibanaVersion: string) {}

  setup(core: CoreSetup, { alerting, triggersActionsUi }: SetupPlugins): void {
    const { app, deepLink } = visibilities(this.kibanaVersion);
    core.application.register({
      id: APP_ID,
      title: APP_TITLE,
      category: SECURITY,
      order: 9000,
      euiIconType: 'logoSecurity',
      keywords: ['compile', 'reverse shell', 'linux'],
      deepLinks: [
        {
          id: 'overview',
          title: i18n.translate('recentlyCompiled.overview.title', { defaultMessage: 'Overview' }),
          path: PAGE_PATHS.overview,
          ...deepLink,
        },
        {
          id: 'alerts',
          title: i18n.translate('recentlyCompiled.alerts.title', { defaultMessage: 'Alerts' }),
          path: PAGE_PATHS.alerts,
          ...deepLink,
        },
        {
          id: 'exclusions',
          title: i18n.translate('recentlyCompiled.exclusions.title', {
            defaultMessage: 'Exclusions',
          }),
          path: PAGE_PATHS.exclusions,
          ...deepLink,
        },
        {
          id: 'setup',
          title: i18n.translate('recentlyCompiled.setup.title', {
            defaultMessage: 'Setup',
          }),
          path: PAGE_PATHS.setup,
          ...deepLink,
        },
      ],
      ...app,
      mount: async (params) => {
        const [{ mountApp }, [coreStart]] = await Promise.all([
          import('./app'),
          core.getStartServices(),
        ]);
        return mountApp(coreStart, params, this.kibanaVersion);
      },
    });
    triggersActionsUi?.ruleTypeRegistry.register(ruleTypeModel());
    alerting?.registerNavigation(
      APP_ID,
      RULE_TYPE_ID,
      () => `/app/${APP_ID}${PAGE_PATHS.overview}`,
    );
  }

  start(): void {}

  stop(): void {}
}
