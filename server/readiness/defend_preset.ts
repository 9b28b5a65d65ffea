// SPDX-License-Identifier: Apache-2.0
import { i18n } from '@kbn/i18n';
import { textAt, valuesAt } from '../../common/ecs';
import { nameOf } from './fleet_access';

type Fields = Readonly<Record<string, unknown>>;

/** Where an integration keeps what was chosen when it was added (Kibana 8.12, `fleet_integration.ts`). */
const CHOSEN = 'inputs.config.integration_config.value';

/** An integration by its name, with the environment and the preset where it tells them. */
export const describeIntegration = (policy: Fields): string => {
  const name = nameOf(policy);
  switch (textAt(policy, `${CHOSEN}.type`)) {
    case 'endpoint':
      return i18n.translate('recentlyCompiled.checks.defendPolicy.endpoints', {
        defaultMessage: '{name} (Traditional Endpoints, {preset})',
        values: { name, preset: presetOf(textAt(policy, `${CHOSEN}.endpointConfig.preset`)) },
      });
    case 'cloud':
      return valuesAt(policy, `${CHOSEN}.eventFilters.nonInteractiveSession`).includes(true)
        ? i18n.translate('recentlyCompiled.checks.defendPolicy.cloudInteractive', {
            defaultMessage: '{name} (Cloud Workloads, interactive sessions only)',
            values: { name },
          })
        : i18n.translate('recentlyCompiled.checks.defendPolicy.cloud', {
            defaultMessage: '{name} (Cloud Workloads, all events)',
            values: { name },
          });
    default:
      return name;
  }
};

const presetOf = (preset: string | undefined): string => {
  switch (preset) {
    case 'EDRComplete':
      return i18n.translate('recentlyCompiled.checks.defendPolicy.completeEdr', {
        defaultMessage: 'Complete EDR',
      });
    case 'EDREssential':
      return i18n.translate('recentlyCompiled.checks.defendPolicy.essentialEdr', {
        defaultMessage: 'Essential EDR',
      });
    case 'DataCollection':
      return i18n.translate('recentlyCompiled.checks.defendPolicy.dataCollection', {
        defaultMessage: 'Data Collection',
      });
    case 'NGAV':
      return i18n.translate('recentlyCompiled.checks.defendPolicy.ngav', {
        defaultMessage: 'Next-Generation Antivirus',
      });
    case undefined:
      return i18n.translate('recentlyCompiled.checks.defendPolicy.noPreset', {
        defaultMessage: 'no preset',
      });
    default:
      return preset;
  }
};
