// SPDX-License-Identifier: Apache-2.0
import type { Check } from './check';
import { NO_FLEET } from './fleet_access';

/** Whether the integration Elastic Defend is installed, which brings the mappings of its events. */
export const fleetPackage: Check = {
  id: 'fleet_package',
  title: 'Integration Elastic Defend',
  run: async ({ fleet }) => {
    if (!fleet) {
      return NO_FLEET;
    }
    const installed = await fleet.installation();
    if (!installed) {
      return {
        status: 'error',
        message: 'The integration Elastic Defend is not installed',
        remedy: 'Add Elastic Defend on the page Integrations',
      };
    }
    const { version, install_status: status } = installed;
    const details = { version, status };
    switch (status) {
      case 'installed':
        return { status: 'ok', message: `Elastic Defend ${version} is installed`, details };
      case 'installing':
        return {
          status: 'warning',
          message: `Elastic Defend ${version} is being installed`,
          remedy: 'Wait until it is done',
          details,
        };
      default:
        return {
          status: 'error',
          message: `Elastic Defend ${version} could not be installed: ${status}`,
          remedy: 'Reinstall it on the page Integrations, where Fleet tells what went wrong',
          details,
        };
    }
  },
};
