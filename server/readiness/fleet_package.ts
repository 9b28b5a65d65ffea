// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import type { Check } from './check';
import { noFleet } from './no_fleet';

/** Whether the integration Elastic Defend is installed, which brings the mappings of its events. */
export const fleetPackage: Check = {
  id: 'fleet_package',
  title: () =>
    i18n.translate('recentlyCompiled.checks.fleetPackage.title', {
      defaultMessage: 'Integration Elastic Defend',
    }),
  run: async ({ fleet, origin }) => {
    if (!fleet) {
      return noFleet(origin);
    }
    const installed = await fleet.installation();
    if (!installed) {
      return {
        status: 'error',
        message: i18n.translate('recentlyCompiled.checks.fleetPackage.none', {
          defaultMessage: 'The integration Elastic Defend is not installed',
        }),
        remedy: i18n.translate('recentlyCompiled.checks.fleetPackage.noneRemedy', {
          defaultMessage: 'Add Elastic Defend on the page Integrations',
        }),
      };
    }
    const { version, install_status: status } = installed;
    const details = { version, status };
    switch (status) {
      case 'installed':
        return {
          status: 'ok',
          message: i18n.translate('recentlyCompiled.checks.fleetPackage.ok', {
            defaultMessage: 'Elastic Defend {version} is installed',
            values: { version },
          }),
          details,
        };
      case 'installing':
        return {
          status: 'warning',
          message: i18n.translate('recentlyCompiled.checks.fleetPackage.installing', {
            defaultMessage: 'Elastic Defend {version} is being installed',
            values: { version },
          }),
          remedy: i18n.translate('recentlyCompiled.checks.fleetPackage.installingRemedy', {
            defaultMessage: 'Wait until it is done',
          }),
          details,
        };
      default:
        return {
          status: 'error',
          message: i18n.translate('recentlyCompiled.checks.fleetPackage.failed', {
            defaultMessage: 'Elastic Defend {version} could not be installed: {status}',
            values: { version, status },
          }),
          remedy: i18n.translate('recentlyCompiled.checks.fleetPackage.failedRemedy', {
            defaultMessage:
              'Reinstall it on the page Integrations, where Fleet tells what went wrong',
          }),
          details,
        };
    }
  },
};
